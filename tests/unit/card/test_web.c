#include "card/web.h"

#include "../check.h"

static void
addresses_of_pages_are_told_from_what_is_none(void **state)
{
	static const struct {
		const char *url;
		enum web_result result;
	} cases[] = {
		{ "https://example.org", WEB_OK },
		{ "http://example.org/", WEB_OK },
		{ "HTTPS://Example.org/a?b=c#d", WEB_OK },
		{ "https://www.boulangerie-dumont.be/caf\xc3\xa9", WEB_OK },
		{ "https://\xc3\xa9picerie.be", WEB_OK },
		{ "https://example.org:8080/", WEB_OK },
		{ "https://example.org/a%20b", WEB_OK },
		{ "www.example.org", WEB_NO_SCHEME },
		{ "example.org/a", WEB_NO_SCHEME },
		{ "example.org:8080", WEB_NO_SCHEME },
		{ "ftp://example.org", WEB_SCHEME },
		{ "javascript:alert(1)", WEB_SCHEME },
		{ "mailto:a@example.org", WEB_SCHEME },
		{ "data:text/html,x", WEB_SCHEME },
		{ "dumont", WEB_HOST },
		{ "", WEB_HOST },
		{ "https://", WEB_HOST },
		{ "https:///path", WEB_HOST },
		{ "https://localhost/", WEB_HOST },
		{ "https://-a.be/", WEB_HOST },
		{ "https://a..be/", WEB_HOST },
		{ "https://127.0.0.1/", WEB_HOST },
		{ "https://exa mple.org", WEB_SPACE },
		{ "https://example.org/\"x", WEB_SPACE },
		{ "https://example.org/<x>", WEB_SPACE },
		{ "https://example.org\xc2\xa0", WEB_SPACE },
		{ "https://user:pw@example.org/", WEB_CREDENTIALS },
		{ "https://example.org@evil.org/", WEB_CREDENTIALS },
		{ "https://example.org:99999/", WEB_PORT },
		{ "https://example.org:/", WEB_PORT },
		{ "https://example.org:a/", WEB_PORT },
		{ "https://example.org/%zz", WEB_PERCENT },
		{ "https://example.org/%2", WEB_PERCENT },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		enum web_result result = web_check(str(cases[i].url));

		if (result != cases[i].result)
			fail_msg("%s: %d, not %d", cases[i].url, (int)result, (int)cases[i].result);
		assert_int_equal(*web_fault(result) == '\0', result == WEB_OK);
	}
}

static void
the_host_is_what_stands_before_port_and_path(void **state)
{
	(void)state;
	assert_str(web_host(STR("https://www.example.org:8080/a")), "www.example.org");
	assert_str(web_host(STR("http://example.org?x")), "example.org");
}

static void
mailboxes_are_told_from_what_is_none(void **state)
{
	static const struct {
		const char *text;
		bool good;
	} cases[] = {
		{ "bonjour@dumont.be", true },
		{ "a.b+c_d@sub.example.org", true },
		{ "ren\xc3\xa9@\xc3\xa9picerie.be", true },
		{ "o'neill@example.org", true },
		{ "", false },
		{ "@example.org", false },
		{ "a@", false },
		{ "a@b", false },
		{ "a@b.", false },
		{ "a@b..be", false },
		{ ".a@b.be", false },
		{ "a.@b.be", false },
		{ "a..b@c.be", false },
		{ "a b@c.be", false },
		{ "a@b@c.be", false },
		{ "a@c.be; d@e.be", false },
		{ "mailto:a@c.be", false },
		{ "<a@c.be>", false },
		{ "a@c.be\xc2\xa0", false },
		{ "dumont.be", false },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		if (web_is_email(str(cases[i].text)) != cases[i].good)
			fail_msg("%s", cases[i].text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_of_pages_are_told_from_what_is_none),
		cmocka_unit_test(the_host_is_what_stands_before_port_and_path),
		cmocka_unit_test(mailboxes_are_told_from_what_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
