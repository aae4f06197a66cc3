#ifndef TESTS_UNIT_CHECK_H
#define TESTS_UNIT_CHECK_H
/* check: cmocka with what it wants included before it, and asserts for our own types. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

/* Fails with both texts shown. */
#define assert_str(got, want)                                                                      \
	do {                                                                                       \
		struct str got_ = (got), want_ = str(want);                                        \
		if (!str_eq(got_, want_))                                                          \
			fail_msg("\"%.*s\" is not \"%.*s\"", STR_ARG(got_), STR_ARG(want_));       \
	} while (0)
#endif
