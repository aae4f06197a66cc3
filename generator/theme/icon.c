#include "theme/icon.h"

#include "base/arena.h"

/* An icon and all the values of OpenStreetMap's keys that it stands for, between bars. */
static const struct {
	const char *icon, *values;
} by_tag[] = {
	{ "bakery", "|bakery|pastry|" },
	{ "butcher", "|butcher|" },
	{ "fish", "|seafood|" },
	{ "greengrocer", "|greengrocer|farm|health_food|" },
	{ "cheese", "|cheese|dairy|" },
	{ "grocery", "|deli|supermarket|convenience|frozen_food|spices|wholesale|beekeeper|" },
	{ "chocolate", "|chocolate|confectionery|" },
	{ "coffee", "|coffee|tea|" },
	{ "wine", "|wine|alcohol|beverages|winery|distillery|" },
	{ "books", "|books|" },
	{ "paper", "|newsagent|stationery|kiosk|" },
	{ "toys", "|toys|games|video_games|baby_goods|" },
	{ "gift", "|gift|variety_store|" },
	{ "clothes", "|clothes|boutique|fashion_accessories|" },
	{ "shoes", "|shoes|bag|leather|" },
	{ "jewellery", "|jewelry|watches|watchmaker|" },
	{ "fabric", "|fabric|sewing|" },
	{ "secondhand", "|second_hand|charity|antiques|" },
	{ "art", "|art|frame|gallery|arts_centre|artwork|" },
	{ "furniture", "|furniture|bed|upholsterer|" },
	{ "home", "|interior_decoration|houseware|kitchen|lighting|curtain|" },
	{ "electronics", "|appliance|electronics|computer|mobile_phone|electronics_repair|" },
	{ "music", "|music|musical_instrument|" },
	{ "photo", "|photo|photographer|" },
	{ "hardware", "|hardware|doityourself|paint|repair|" },
	{ "garden", "|garden_centre|gardener|" },
	{ "florist", "|florist|" },
	{ "pet", "|pet|pet_grooming|veterinary|" },
	{ "sport", "|sports|outdoor|sports_centre|bowling_alley|" },
	{ "bicycle", "|bicycle|bicycle_rental|bicycle_parking|" },
	{ "car",
	  "|car|car_repair|car_parts|tyres|motorcycle|car_wash|car_rental|car_sharing|taxi|" },
	{ "optician", "|optician|" },
	{ "health",
	  "|hearing_aids|medical_supply|doctors|dentist|physiotherapist|podiatrist|defibrillator|" },
	{ "pharmacy", "|pharmacy|" },
	{ "beauty", "|chemist|cosmetics|perfumery|beauty|massage|tattoo|" },
	{ "hairdresser", "|hairdresser|" },
	{ "laundry", "|dry_cleaning|laundry|" },
	{ "tailor", "|tailor|dressmaker|" },
	{ "shoe-repair", "|shoe_repair|" },
	{ "keys", "|locksmith|" },
	{ "copy", "|copyshop|" },
	{ "tobacco", "|tobacco|" },
	{ "department", "|department_store|mall|" },
	{ "travel", "|travel_agency|" },
	{ "funeral", "|funeral_directors|" },
	{ "restaurant", "|restaurant|caterer|" },
	{ "cafe", "|cafe|" },
	{ "bar", "|bar|pub|nightclub|" },
	{ "fries", "|fast_food|" },
	{ "ice-cream", "|ice_cream|" },
	{ "brewery", "|brewery|" },
	{ "bank", "|bank|" },
	{ "post", "|post_office|post_box|" },
	{ "library", "|library|" },
	{ "cinema", "|cinema|" },
	{ "theatre", "|theatre|" },
	{ "market", "|marketplace|market|" },
	{ "fuel", "|fuel|" },
	{ "parking", "|parking|" },
	{ "toilets", "|toilets|" },
	{ "townhall", "|townhall|" },
	{ "childcare", "|childcare|" },
	{ "fitness", "|fitness_centre|" },
	{ "hotel", "|hotel|guest_house|apartment|chalet|hostel|camp_site|" },
	{ "museum", "|museum|" },
	{ "attraction", "|attraction|" },
	{ "information", "|information|" },
	{ "office",
	  "|estate_agent|insurance|accountant|lawyer|notary|employment_agency|financial_advisor|"
	  "architect|coworking|association|" },
	{ "craft",
	  "|craft|electrician|plumber|hvac|roofer|painter|carpenter|joiner|glaziery|pottery|" },
	{ "bus", "|bus_stop|tram_stop|train_station|" },
	{ "locker", "|locker|parcel_locker|" },
	{ "atm", "|atm|" },
	{ "charging", "|charging|charging_station|" },
	{ "playground", "|playground|" },
	{ "park", "|park|recycling|" },
	{ "water", "|drinking_water|" },
};

/* For categories of the association's own that name no tag: the types that are not themselves a
 * shop's. */
static const struct {
	const char *icon, *schema;
} by_schema[] = {
	{ "bakery", "Bakery" },
	{ "books", "BookStore" },
	{ "clothes", "ClothingStore" },
	{ "clothes", "MensClothingStore" },
	{ "electronics", "ElectronicsStore" },
	{ "florist", "Florist" },
	{ "furniture", "FurnitureStore" },
	{ "garden", "GardenStore" },
	{ "grocery", "GroceryStore" },
	{ "hairdresser", "HairSalon" },
	{ "hardware", "HardwareStore" },
	{ "home", "HomeGoodsStore" },
	{ "jewellery", "JewelryStore" },
	{ "wine", "LiquorStore" },
	{ "music", "MusicStore" },
	{ "pet", "PetStore" },
	{ "shoes", "ShoeStore" },
	{ "sport", "SportingGoodsStore" },
	{ "toys", "ToyStore" },
	{ "bicycle", "BikeStore" },
	{ "car", "AutoRepair" },
	{ "car", "AutoDealer" },
	{ "beauty", "BeautySalon" },
	{ "restaurant", "Restaurant" },
	{ "cafe", "CafeOrCoffeeShop" },
	{ "bar", "BarOrPub" },
	{ "brewery", "Brewery" },
	{ "hotel", "Hotel" },
	{ "museum", "Museum" },
	{ "health", "MedicalBusiness" },
	{ "pharmacy", "Pharmacy" },
	{ "craft", "HomeAndConstructionBusiness" },
	{ "office", "ProfessionalService" },
	{ "bank", "BankOrCreditUnion" },
	{ "art", "ArtGallery" },
};

/* Whether `value` stands between two bars of `values`; - and _ are the same there. */
static bool
is_among(const char *values, struct str value)
{
	struct str rest = str(values + 1), one;

	while (str_split(&rest, '|', &one)) {
		size_t i = 0;

		while (i < one.len && i < value.len &&
		       (one.ptr[i] == value.ptr[i] || (one.ptr[i] == '_' && value.ptr[i] == '-')))
			i++;
		if (i == one.len && i == value.len)
			return true;
	}
	return false;
}

static const char *
find(struct str value)
{
	for (size_t i = 0; i < countof(by_tag) && value.len; i++)
		if (is_among(by_tag[i].values, value))
			return by_tag[i].icon;
	return NULL;
}

const char *
icon_of_category(struct str osm, struct str schema)
{
	const char *icon = find(str_sub(osm, str_find(osm, '=') + 1, osm.len));

	for (size_t i = 0; i < countof(by_schema) && !icon; i++)
		if (str_is(schema, by_schema[i].schema))
			icon = by_schema[i].icon;
	return icon ? icon : "shop";
}

const char *
icon_of_place(struct str kind)
{
	const char *icon = find(kind);

	return icon ? icon : "pin";
}

struct str
icon_drawing(struct arena *arena, const char *icon)
{
	return arena_printf(arena, "drawings/%s", icon);
}
