// jsonld.mjs SITE BASE: the JSON-LD of every page keeps to schema.org: each property is one that its type has, dates and
// times are ISO 8601, addresses are whole, references lead to a node of the same page, and nobody has a rating.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { jsonld, parse } from "./html.mjs";

const words = text => text.trim().split(/\s+/);
// Of schema.org 29: what each type adds, and what it is a kind of. Only what a site of ours can hold.
const types = {
	Thing: [[], "additionalType alternateName description identifier image mainEntityOfPage name potentialAction sameAs subjectOf url"],
	Place: [["Thing"], `additionalProperty address amenityFeature branchCode event faxNumber geo hasMap isAccessibleForFree keywords
		latitude logo longitude maximumAttendeeCapacity openingHoursSpecification photo publicAccess slogan smokingAllowed
		specialOpeningHoursSpecification telephone`],
	Organization: [["Thing"], `address areaServed brand contactPoint email foundingDate founder hasOfferCatalog keywords knowsLanguage legalName
		location logo makesOffer memberOf parentOrganization slogan taxID telephone vatID`],
	LocalBusiness: [["Place", "Organization"], "currenciesAccepted openingHours paymentAccepted priceRange"],
	FoodEstablishment: [["LocalBusiness"], "acceptsReservations hasMenu menu servesCuisine starRating"],
	CreativeWork: [["Thing"], `about author creator contributor copyrightHolder dateCreated dateModified datePublished genre headline inLanguage isPartOf
		keywords mainEntity provider publisher text thumbnailUrl`],
	Article: [["CreativeWork"], "articleBody articleSection wordCount"],
	NewsArticle: [["Article"], "dateline printSection"],
	WebPage: [["CreativeWork"], "breadcrumb lastReviewed mainContentOfPage primaryImageOfPage relatedLink reviewedBy significantLink"],
	WebSite: [["CreativeWork"], "issn"],
	VideoObject: [["CreativeWork"], "contentUrl embedUrl uploadDate duration"],
	Event: [["Thing"], `about attendee contributor doorTime duration endDate eventAttendanceMode eventSchedule eventStatus inLanguage isAccessibleForFree
		keywords location offers organizer performer previousStartDate startDate subEvent superEvent`],
	Intangible: [["Thing"], ""],
	Offer: [["Intangible"], `addOn additionalProperty availability availabilityEnds availabilityStarts availableAtOrFrom category itemOffered offeredBy price
		priceCurrency priceSpecification priceValidUntil seller sku validFrom validThrough`],
	Product: [["Thing"], "additionalProperty brand category color keywords offers sku"],
	Brand: [["Intangible"], "logo slogan"],
	Schedule: [["Intangible"], "byDay byMonth byMonthDay byMonthWeek duration endDate endTime exceptDate repeatCount repeatFrequency scheduleTimezone startDate startTime"],
	ItemList: [["Intangible"], "aggregateElement itemListElement itemListOrder numberOfItems"],
	BreadcrumbList: [["ItemList"], ""],
	ListItem: [["Intangible"], "item nextItem position previousItem"],
	TouristTrip: [["Intangible"], "arrivalTime departureTime itinerary offers partOfTrip provider subTrip touristType tripOrigin"],
	PostalAddress: [["Intangible"], "addressCountry addressLocality addressRegion postOfficeBoxNumber postalCode streetAddress"],
	GeoCoordinates: [["Intangible"], "address addressCountry elevation latitude longitude postalCode"],
	ImageObject: [["Thing"], "caption contentUrl creditText height width"],
	OpeningHoursSpecification: [["Intangible"], "closes dayOfWeek opens validFrom validThrough"],
	PropertyValue: [["Intangible"], "maxValue measurementTechnique minValue propertyID unitCode unitText value valueReference"],
	LocationFeatureSpecification: [["PropertyValue"], "hoursAvailable validFrom validThrough"],
	UnitPriceSpecification: [["Intangible"], "billingDuration eligibleQuantity price priceCurrency priceType referenceQuantity unitCode unitText validFrom validThrough valueAddedTaxIncluded"],
	Action: [["Thing"], "actionStatus agent endTime error instrument location object participant result startTime target"],
	...Object.fromEntries(words("OrderAction ReserveAction").map(name => [name, [["Action"], ""]])),
	...Object.fromEntries(words("AboutPage CollectionPage ContactPage ItemPage SearchResultsPage").map(name => [name, [["WebPage"], ""]])),
	...Object.fromEntries(words(`AutomatedTeller BusStop CityHall Library Museum Park ParkingFacility PlaceOfWorship Playground PublicToilet School TaxiStand
		TouristAttraction TrainStation TouristInformationCenter`).map(name => [name, [["Place"], ""]])),
	...Object.fromEntries(words("Bakery BarOrPub Brewery CafeOrCoffeeShop Distillery FastFoodRestaurant IceCreamShop Restaurant Winery")
		.map(name => [name, [["FoodEstablishment"], ""]])),
};
const [site, base] = process.argv.slice(2);
const problems = new Set();
// A type not in the table is a shop of some kind: categories name many.
function allowed(name, into = new Set()) {
	const [above, own] = types[name] ?? [["LocalBusiness"], ""];
	for (const property of words(own)) into.add(property);
	for (const parent of above) allowed(parent, into);
	return into;
}
const isKind = (name, kind) => name === kind || (types[name] ?? [["LocalBusiness"]])[0].some(parent => isKind(parent, kind));
const date = /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
const checks = {
	time: value => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value),
	date: value => date.test(value),
	dateOrTime: value => date.test(value) || instant.test(value),
	year: value => /^\d{4}(-\d\d(-\d\d)?)?$/.test(value),
	whole: value => { try { return ["https:", "http:"].includes(new URL(value).protocol); } catch { return false; } },
	price: value => /^\d+(\.\d\d)?$/.test(value),
	degrees: value => typeof value === "number" && Math.abs(value) <= 180,
	phone: value => /^\+\d{7,15}$/.test(value),
	language: value => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(value),
	country: value => /^[A-Z]{2}$/.test(value),
	currency: value => /^[A-Z]{3}$/.test(value),
	day: value => /^(https:\/\/schema\.org\/)?(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(value),
	positive: value => Number.isInteger(value) && value > 0,
	string: value => typeof value === "string" && value.trim() !== "",
	schema: value => /^https:\/\/schema\.org\/[A-Z][A-Za-z]+$/.test(value),
};
const formats = {
	opens: "time", closes: "time", startTime: "time", endTime: "time", lastReviewed: "date", validFrom: "date", validThrough: "date",
	startDate: "dateOrTime", endDate: "dateOrTime", datePublished: "dateOrTime", dateModified: "dateOrTime", foundingDate: "year",
	url: "whole", sameAs: "whole", hasMap: "whole", hasMenu: "whole", target: "whole", image: "whole", price: "price", latitude: "degrees",
	longitude: "degrees", telephone: "phone", inLanguage: "language", knowsLanguage: "language", addressCountry: "country", priceCurrency: "currency",
	dayOfWeek: "day", position: "positive", name: "string", description: "string", headline: "string", additionalType: "schema", availability: "schema",
	priceType: "schema", eventStatus: "schema", eventAttendanceMode: "schema",
};

function node(value, at, defined, used) {
	if (Array.isArray(value)) return value.forEach((item, i) => node(item, `${at}[${i}]`, defined, used));
	if (typeof value !== "object" || value === null) return;
	const kinds = [value["@type"] ?? []].flat();
	const keys = Object.keys(value);
	if (value["@id"]) {
		if (!value["@id"].startsWith(base)) problems.add(`${at}: @id ${value["@id"]} is not of this site`);
		if (keys.length === 1) used.set(value["@id"], at);
		else defined.add(value["@id"]);
	}
	if (keys.length > 1 && !kinds.length) problems.add(`${at}: no @type`);
	const properties = new Set(kinds.flatMap(kind => [...allowed(kind)]));
	for (const [key, member] of Object.entries(value)) {
		if (key[0] !== "@" && !properties.has(key)) problems.add(`${at}: ${kinds} has no ${key}`);
		for (const one of [member].flat()) {
			if (one === null || one === "") problems.add(`${at}.${key} is empty`);
			if (formats[key] && typeof one !== "object" && !checks[formats[key]](one)) problems.add(`${at}.${key}: ${JSON.stringify(one)} is no ${formats[key]}`);
		}
		if (["aggregateRating", "review"].includes(key)) problems.add(`${at}: a rating`);
		node(member, `${at}.${key}`, defined, used);
	}
	const must = (kind, ...names) => {
		if (keys.length > 1 && kinds.some(name => isKind(name, kind))) for (const name of names) if (!(name in value)) problems.add(`${at}: ${kinds} lacks ${name}`);
	};
	must("LocalBusiness", "@id", "name", "url");
	must("Event", "name", "startDate", "location");
	must("NewsArticle", "headline", "datePublished");
	must("WebPage", "@id", "name", "url", "description", "inLanguage", "isPartOf");
	must("GeoCoordinates", "latitude", "longitude");
	if (value["@type"] === "ItemList" && value.numberOfItems !== value.itemListElement.length) problems.add(`${at}: not ${value.numberOfItems} items`);
	if (Array.isArray(value.itemListElement)) value.itemListElement.forEach((item, i) => { if (item.position !== i + 1) problems.add(`${at}: position ${item.position}`); });
}

let pages = 0;
for (const file of readdirSync(site, { recursive: true }).filter(name => name.endsWith(".html"))) {
	const graphs = jsonld(parse(readFileSync(join(site, file), "utf8")));
	if (graphs.length !== 1 || graphs[0]["@context"] !== "https://schema.org") { problems.add(`${file}: not one graph of schema.org`); continue; }
	const defined = new Set(), used = new Map();
	node(graphs[0]["@graph"], file, defined, used);
	for (const [id, at] of used) if (!defined.has(id)) problems.add(`${at}: ${id} is no node of the page`);
	for (const kind of ["WebSite", "Organization"]) if (!graphs[0]["@graph"].some(n => n["@type"] === kind)) problems.add(`${file}: no ${kind}`);
	pages++;
}
if (!pages) problems.add("no page");
if (problems.size) {
	console.log([...problems].slice(0, 40).join("\n"));
	process.exit(1);
}
