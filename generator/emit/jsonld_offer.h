#ifndef EMIT_JSONLD_OFFER_H
#define EMIT_JSONLD_OFFER_H
/*
 * jsonld_offer: what merchants sell and promote, as schema.org's Offer.
 */
struct graph;
struct guide_merchant;
struct guide_offer;

/* "makesOffer": the products and current offers of a merchant; nothing where there are none. */
void jsonld_makes_offer(struct graph *graph, const struct guide_merchant *merchant);
/* The offer itself, with who makes it. */
void jsonld_offer(struct graph *graph, const struct guide_offer *offer);
#endif
