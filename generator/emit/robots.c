#include "emit/robots.h"

#include "base/buf.h"

void
robots_write(struct buf *out, struct arena *scratch, const struct run *run,
             const struct piece *piece)
{
	(void)scratch;
	(void)piece;
	buf_printf(out, "User-agent: *\nAllow: /\n\nSitemap: %.*ssitemap.xml\n",
	           STR_ARG(run->base_url));
}
