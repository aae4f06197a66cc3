/* export_json_schema: the fields of all cards, for editors. It asks the program alone, not the content. */
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "card/schema_json.h"
#include "command/import.h"

enum exit_code
export_json_schema(const struct invocation *invocation)
{
	struct diag *diag = diag_new();
	struct buf out = { 0 };
	enum exit_code code = EXIT_DONE;

	schema_json_all(&out, lang_find(str(i18n_code())));
	if (file_replace(invocation->output ? invocation->output : "-", buf_str(&out), diag) < 0) {
		diag_print(diag, stderr, DIAG_TEXT, false);
		code = EXIT_ENVIRONMENT;
	}
	buf_release(&out);
	diag_free(diag);
	return code;
}
