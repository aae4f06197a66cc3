"""The shops that the extract knows: some have a card in merchants/, some do not (yet), as in every town.

A row: id, street, number, tags. The ids stay: a card may name one. SHOPS are nodes; SHOPS_ON_HOUSES are tags of the building."""

SHOPS = [
    # with a card
    (1001, "Rue du Moulin", "12", {"shop": "bakery", "name": "Boulangerie du Bief", "phone": "+32 65 12 34 56",
     "website": "https://boulangerie-du-bief.example/", "opening_hours": "Tu-Fr 06:30-18:00; Sa 06:30-17:00; Su 07:00-12:30; PH 07:00-12:30",
     "wheelchair": "limited", "payment:cash": "yes", "payment:bancontact": "yes"}),
    (1002, "Rue du Moulin", "14", {"shop": "cheese", "name": "La Claie", "phone": "+32 65 12 14 14", "website": "https://la-claie.example/"}),
    (1003, "Rue du Moulin", "16", {"shop": "books", "name": "La Page cornée", "phone": "+32 65 12 16 16",
     "opening_hours": "Mo 13:00-18:00; Tu-Fr 09:30-18:30; Sa 09:30-18:00; PH off"}),
    (1004, "Rue du Moulin", "21", {"shop": "butcher", "name": "Boucherie Hastray", "phone": "+32 65 12 21 21"}),
    (1005, "Rue du Moulin", "31", {"amenity": "pharmacy", "healthcare": "pharmacy", "dispensing": "yes", "name": "Pharmacie du Moulin",
     "phone": "+32 65 12 31 31", "opening_hours": "Mo-Fr 08:30-12:30,13:30-18:30; Sa 09:00-12:30; PH off", "wheelchair": "yes"}),
    (1006, "Rue du Moulin", "40", {"amenity": "fast_food", "cuisine": "friture", "name": "Friterie La Meule", "takeaway": "yes"}),
    (1007, "Grand-Place", "3", {"amenity": "pub", "name": "L’Estaminet du Meunier", "phone": "+32 65 12 03 03", "outdoor_seating": "yes"}),
    (1008, "Grand-Place", "5", {"shop": "chocolate", "name": "Chocolaterie Vandrisse", "website": "https://chocolaterie-vandrisse.example/"}),
    (1009, "Grand-Place", "9", {"shop": "newsagent", "name": "Presse du Kiosque", "opening_hours": "Mo-Fr 06:00-18:30; Sa 06:30-17:00; Su,PH 07:00-12:30"}),
    (1010, "Rue Haute", "4", {"shop": "bicycle", "name": "À Contre-Pente", "service:bicycle:repair": "yes", "service:bicycle:rental": "yes",
     "website": "https://a-contre-pente.example/"}),
    (1011, "Avenue de la Gare", "12", {"shop": "convenience", "name": "Épicerie Soir & Matin",
     "opening_hours": "Mo-Su 07:00-22:00; PH 08:00-20:00; Dec 25,Jan 01 off"}),
    (1012, "Rue des Tanneurs", "8", {"shop": "laundry", "self_service": "yes", "name": "Lavoir Bulles", "opening_hours": "24/7"}),
    # without
    (1021, "Grand-Place", "15", {"amenity": "restaurant", "cuisine": "italian", "name": "Da Peppino", "phone": "+32 65 12 15 70",
     "opening_hours": "We-Mo 12:00-14:00,18:00-22:00"}),
    (1022, "Grand-Place", "16", {"amenity": "bank", "name": "Crédit de la Vernelle", "atm": "yes"}),
    (1023, "Rue du Moulin", "37", {"shop": "clothes", "name": "Chez Odile", "clothes": "women", "opening_hours": "Tu-Sa 10:00-18:00"}),
    (1024, "Avenue de la Gare", "30", {"amenity": "cafe", "name": "Le Passage à Niveau", "opening_hours": "Mo-Fr 06:00-19:00; Sa 07:00-13:00"}),
    (1025, "Boulevard des Combattants", "27", {"shop": "hairdresser", "name": "Tif’Annick", "phone": "+32 65 12 80 27"}),
    (1026, "Boulevard des Combattants", "31", {"shop": "bakery", "name": "Aux Deux Pains", "opening_hours": "We-Mo 06:30-18:30"}),
    (1027, "Rue de l’Église", "5", {"shop": "funeral_directors", "name": "Funérailles Lescot", "phone": "+32 65 12 30 05"}),
    (1028, "Rue de la Barrière", "11", {"amenity": "dentist", "healthcare": "dentist", "name": "Cabinet dentaire Havaux"}),
    (1029, "Rue du Pont", "10", {"amenity": "fast_food", "cuisine": "kebab", "name": "Snack Bosphore", "opening_hours": "Mo-Su 11:00-23:00"}),
    (1030, "Rue du Faubourg", "2", {"shop": "car_repair", "name": "Garage Wérisse", "phone": "+32 65 12 90 02"}),
    (1031, "Rue de l’Église", "12", {"amenity": "post_office", "name": "Poste de Valmoulin", "opening_hours": "Mo-Fr 09:00-12:30,13:30-17:00"}),
    (1032, "Rue Haute", "8", {"shop": "florist", "opening_hours": "Tu-Sa 09:00-18:00"}),
]

SHOPS_ON_HOUSES = [
    (1001, "Rue des Tanneurs", "20", {"craft": "brewery", "name": "Brasserie de la Vernelle", "phone": "+32 65 12 50 20",
     "website": "https://brasserie-de-la-vernelle.example/"}),
    (1002, "Avenue de la Gare", "5", {"shop": "hardware", "name": "Quincaillerie Delvaillant", "phone": "+32 65 12 70 05"}),
    (1003, "Quai de l’Écluse", "8", {"amenity": "bar", "name": "Le Sas"}),
    (1004, "Quai de l’Écluse", "10", {"tourism": "chalet", "name": "Gîte de l’Éclusier", "website": "https://gite-de-l-eclusier.example/"}),
]
