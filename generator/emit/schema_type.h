#ifndef EMIT_SCHEMA_TYPE_H
#define EMIT_SCHEMA_TYPE_H
/* schema_type: what schema.org knows about the types that categories name. */
#include "base/str.h"

/* Whether it is LocalBusiness or one of its subtypes. */
bool schema_type_is_business(struct str type);
/* Whether it is one that may have a menu: FoodEstablishment or a subtype. */
bool schema_type_is_food(struct str type);
/* Whether the text can be a type at all: letters and digits, a capital first. */
bool schema_type_is_name(struct str type);
#endif
