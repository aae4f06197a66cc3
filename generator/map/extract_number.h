#ifndef MAP_EXTRACT_NUMBER_H
#define MAP_EXTRACT_NUMBER_H
/* extract_number: the numbers of an extract: ids, and degrees as whole numbers of 1e-7. */
#include <stdbool.h>
#include <stdint.h>

/* Decimal, with or without a minus. False: it is none, or does not fit. */
bool extract_number_id(const char *text, int64_t *id);
/* A decimal fraction, with or without an exponent ("9.5284", "5.0E-4"), rounded; within ±most
 * whole degrees. False: it is none (nan and inf are none), or lies outside. */
bool extract_number_degrees(const char *text, int most, int32_t *degrees);
#endif
