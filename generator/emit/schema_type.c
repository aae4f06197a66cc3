#include "emit/schema_type.h"

#include <stdlib.h>

/* Sorted. schema.org 28 (2024); food: subtypes of FoodEstablishment. */
static const struct business_type {
	const char *name;
	bool food;
} types[] = {
	{ "AccountingService", false },
	{ "AdultEntertainment", false },
	{ "AmusementPark", false },
	{ "AnimalShelter", false },
	{ "ArchiveOrganization", false },
	{ "ArtGallery", false },
	{ "Attorney", false },
	{ "AutoBodyShop", false },
	{ "AutoDealer", false },
	{ "AutoPartsStore", false },
	{ "AutoRental", false },
	{ "AutoRepair", false },
	{ "AutoWash", false },
	{ "AutomatedTeller", false },
	{ "AutomotiveBusiness", false },
	{ "Bakery", true },
	{ "BankOrCreditUnion", false },
	{ "BarOrPub", true },
	{ "BeautySalon", false },
	{ "BedAndBreakfast", false },
	{ "BikeStore", false },
	{ "BookStore", false },
	{ "BowlingAlley", false },
	{ "Brewery", true },
	{ "CafeOrCoffeeShop", true },
	{ "Campground", false },
	{ "Casino", false },
	{ "ChildCare", false },
	{ "ClothingStore", false },
	{ "ComedyClub", false },
	{ "CommunityHealth", false },
	{ "ComputerStore", false },
	{ "ConvenienceStore", false },
	{ "CovidTestingFacility", false },
	{ "DaySpa", false },
	{ "Dentist", false },
	{ "DepartmentStore", false },
	{ "Dermatology", false },
	{ "DietNutrition", false },
	{ "Distillery", true },
	{ "DryCleaningOrLaundry", false },
	{ "Electrician", false },
	{ "ElectronicsStore", false },
	{ "Emergency", false },
	{ "EmergencyService", false },
	{ "EmploymentAgency", false },
	{ "EntertainmentBusiness", false },
	{ "ExerciseGym", false },
	{ "FastFoodRestaurant", true },
	{ "FinancialService", false },
	{ "FireStation", false },
	{ "Florist", false },
	{ "FoodEstablishment", true },
	{ "FurnitureStore", false },
	{ "GardenStore", false },
	{ "GasStation", false },
	{ "GeneralContractor", false },
	{ "Geriatric", false },
	{ "GolfCourse", false },
	{ "GovernmentOffice", false },
	{ "GroceryStore", false },
	{ "Gynecologic", false },
	{ "HVACBusiness", false },
	{ "HairSalon", false },
	{ "HardwareStore", false },
	{ "HealthAndBeautyBusiness", false },
	{ "HealthClub", false },
	{ "HobbyShop", false },
	{ "HomeAndConstructionBusiness", false },
	{ "HomeGoodsStore", false },
	{ "Hospital", false },
	{ "Hostel", false },
	{ "Hotel", false },
	{ "HousePainter", false },
	{ "IceCreamShop", true },
	{ "IndividualPhysician", false },
	{ "InsuranceAgency", false },
	{ "InternetCafe", false },
	{ "JewelryStore", false },
	{ "LegalService", false },
	{ "Library", false },
	{ "LiquorStore", false },
	{ "LocalBusiness", false },
	{ "Locksmith", false },
	{ "LodgingBusiness", false },
	{ "MedicalBusiness", false },
	{ "MedicalClinic", false },
	{ "MensClothingStore", false },
	{ "Midwifery", false },
	{ "MobilePhoneStore", false },
	{ "Motel", false },
	{ "MotorcycleDealer", false },
	{ "MotorcycleRepair", false },
	{ "MovieRentalStore", false },
	{ "MovieTheater", false },
	{ "MovingCompany", false },
	{ "MusicStore", false },
	{ "NailSalon", false },
	{ "NightClub", false },
	{ "Notary", false },
	{ "Nursing", false },
	{ "Obstetric", false },
	{ "OfficeEquipmentStore", false },
	{ "Oncologic", false },
	{ "Optician", false },
	{ "Optometric", false },
	{ "Otolaryngologic", false },
	{ "OutletStore", false },
	{ "PawnShop", false },
	{ "Pediatric", false },
	{ "PetStore", false },
	{ "Pharmacy", false },
	{ "Physician", false },
	{ "PhysiciansOffice", false },
	{ "Physiotherapy", false },
	{ "PlasticSurgery", false },
	{ "Plumber", false },
	{ "Podiatric", false },
	{ "PoliceStation", false },
	{ "PostOffice", false },
	{ "PrimaryCare", false },
	{ "ProfessionalService", false },
	{ "Psychiatric", false },
	{ "PublicHealth", false },
	{ "PublicSwimmingPool", false },
	{ "RadioStation", false },
	{ "RealEstateAgent", false },
	{ "RecyclingCenter", false },
	{ "Resort", false },
	{ "Restaurant", true },
	{ "RoofingContractor", false },
	{ "SelfStorage", false },
	{ "ShoeStore", false },
	{ "ShoppingCenter", false },
	{ "SkiResort", false },
	{ "SportingGoodsStore", false },
	{ "SportsActivityLocation", false },
	{ "SportsClub", false },
	{ "StadiumOrArena", false },
	{ "Store", false },
	{ "TattooParlor", false },
	{ "TelevisionStation", false },
	{ "TennisComplex", false },
	{ "TireShop", false },
	{ "TouristInformationCenter", false },
	{ "ToyStore", false },
	{ "TravelAgency", false },
	{ "VacationRental", false },
	{ "WholesaleStore", false },
	{ "Winery", true },
};

static int
by_name(const void *key, const void *row)
{
	const struct str *name = key;
	const struct business_type *type = row;

	return str_cmp(*name, str(type->name));
}

static const struct business_type *
find(struct str type)
{
	return bsearch(&type, types, countof(types), sizeof types[0], by_name);
}

bool
schema_type_is_business(struct str type)
{
	return find(type) != NULL;
}

bool
schema_type_is_food(struct str type)
{
	const struct business_type *found = find(type);

	return found && found->food;
}

bool
schema_type_is_name(struct str type)
{
	for (size_t i = 0; i < type.len; i++) {
		char c = type.ptr[i];
		bool capital = c >= 'A' && c <= 'Z';

		if (!capital && (i == 0 || !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))))
			return false;
	}
	return type.len > 0;
}
