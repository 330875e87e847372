// Country = adjectives and names of its people = cities and regions. Written from general knowledge; what is
// missing is guessed from context.
const COUNTRIES = `
Afghanistan=Afghan=Kabul,Kandahar,Helmand,Herat
Albania=Albanian=Tirana
Algeria=Algerian=Algiers
Andorra=Andorran=
Angola=Angolan=Luanda
Argentina=Argentine,Argentinian=Buenos Aires,Patagonia
Armenia=Armenian=Yerevan,Nagorno-Karabakh
Australia=Australian,Aussie=Canberra,Sydney,Melbourne,Brisbane,Perth,Adelaide,Queensland,New South Wales,Tasmania
Austria=Austrian=Vienna,Salzburg,Graz,Tyrol
Azerbaijan=Azerbaijani,Azeri=Baku
Bahamas=Bahamian=Nassau
Bahrain=Bahraini=Manama
Bangladesh=Bangladeshi=Dhaka
Barbados=Barbadian=Bridgetown
Belarus=Belarusian,Belarussian=Minsk
Belgium=Belgian=Brussels,Antwerp,Flanders,Wallonia,Ghent
Belize=Belizean=
Benin=Beninese=
Bhutan=Bhutanese=Thimphu
Bolivia=Bolivian=La Paz
Bosnia=Bosnian=Sarajevo,Srebrenica
Botswana=Botswanan=Gaborone
Brazil=Brazilian=Brasilia,Sao Paulo,São Paulo,Rio de Janeiro,Rio
Brunei=Bruneian=
Bulgaria=Bulgarian=Sofia
Burkina Faso=Burkinabe=Ouagadougou
Burundi=Burundian=
Cambodia=Cambodian=Phnom Penh
Cameroon=Cameroonian=
Canada=Canadian=Ottawa,Toronto,Montreal,Vancouver,Quebec,Ontario,Alberta,British Columbia,Calgary
Chad=Chadian=
Chile=Chilean=Santiago
China=Chinese=Beijing,Shanghai,Hong Kong,Tibet,Xinjiang,Wuhan,Guangzhou,Shenzhen,Macau,Hubei
Colombia=Colombian=Bogota,Bogotá,Medellin
Congo=Congolese=Kinshasa
Costa Rica=Costa Rican=
Croatia=Croatian,Croat=Zagreb
Cuba=Cuban=Havana,Guantanamo Bay
Cyprus=Cypriot=Nicosia
Czechia=Czech=Prague,Brno
Denmark=Danish,Dane=Copenhagen,Greenland
Djibouti=Djiboutian=
Dominican Republic=Dominican=Santo Domingo
Ecuador=Ecuadorian,Ecuadorean=Quito
Egypt=Egyptian=Cairo,Alexandria,Sinai,Suez
El Salvador=Salvadoran,Salvadorean=San Salvador
Eritrea=Eritrean=
Estonia=Estonian=Tallinn
Eswatini=Swazi=
Ethiopia=Ethiopian=Addis Ababa,Tigray
Fiji=Fijian=
Finland=Finnish,Finn=Helsinki
France=French,Frenchman,Frenchmen=Paris,Marseille,Lyon,Nice,Strasbourg,Toulouse,Bordeaux,Calais,Normandy,Corsica
Gabon=Gabonese=
Gambia=Gambian=
Georgia=Georgian=Tbilisi,Abkhazia,South Ossetia
Germany=German=Berlin,Munich,Hamburg,Frankfurt,Cologne,Dresden,Leipzig,Stuttgart,Bavaria,Saxony,Bonn,Düsseldorf
Ghana=Ghanaian=Accra
Greece=Greek=Athens,Thessaloniki,Crete,Lesbos
Guatemala=Guatemalan=Guatemala City
Guinea=Guinean=Conakry
Guyana=Guyanese=
Haiti=Haitian=Port-au-Prince
Honduras=Honduran=Tegucigalpa
Hungary=Hungarian=Budapest
Iceland=Icelandic,Icelander=Reykjavik
India=Indian=New Delhi,Delhi,Mumbai,Kolkata,Chennai,Bangalore,Kashmir,Kerala,Gujarat,Punjab,Assam
Indonesia=Indonesian=Jakarta,Bali,Sumatra,Aceh,Java
Iran=Iranian=Tehran,Isfahan
Iraq=Iraqi=Baghdad,Basra,Mosul,Fallujah,Kirkuk,Tikrit,Anbar
Ireland=Irish,Irishman=Dublin,Cork
Israel=Israeli=Jerusalem,Tel Aviv,Haifa,Golan Heights
Italy=Italian=Rome,Milan,Naples,Turin,Venice,Florence,Sicily,Sardinia,Tuscany,Lampedusa,Genoa
Ivory Coast=Ivorian=Abidjan
Jamaica=Jamaican=Kingston
Japan=Japanese=Tokyo,Osaka,Kyoto,Hiroshima,Fukushima,Okinawa,Nagasaki
Jordan=Jordanian=Amman
Kazakhstan=Kazakh=Astana,Almaty
Kenya=Kenyan=Nairobi,Mombasa
Kosovo=Kosovar=Pristina
Kuwait=Kuwaiti=
Kyrgyzstan=Kyrgyz=Bishkek
Laos=Laotian=Vientiane
Latvia=Latvian=Riga
Lebanon=Lebanese=Beirut
Lesotho=Basotho=
Liberia=Liberian=Monrovia
Libya=Libyan=Tripoli,Benghazi
Lithuania=Lithuanian=Vilnius
Luxembourg=Luxembourgish=
Madagascar=Malagasy=
Malawi=Malawian=
Malaysia=Malaysian=Kuala Lumpur
Maldives=Maldivian=
Mali=Malian=Bamako,Timbuktu
Malta=Maltese=Valletta
Mauritania=Mauritanian=
Mauritius=Mauritian=
Mexico=Mexican=Mexico City,Tijuana,Juarez,Cancun
Moldova=Moldovan=Chisinau,Transnistria
Monaco=Monegasque=
Mongolia=Mongolian=Ulaanbaatar
Montenegro=Montenegrin=Podgorica
Morocco=Moroccan=Rabat,Casablanca,Marrakesh
Mozambique=Mozambican=Maputo
Myanmar=Burmese=Yangon,Naypyidaw,Rakhine
Namibia=Namibian=Windhoek
Nepal=Nepalese,Nepali=Kathmandu
Netherlands=Dutch,Dutchman=Amsterdam,The Hague,Hague,Rotterdam,Utrecht
New Zealand=New Zealander,Kiwi=Wellington,Auckland,Christchurch
Nicaragua=Nicaraguan=Managua
Niger=Nigerien=Niamey
Nigeria=Nigerian=Lagos,Abuja
North Korea=North Korean=Pyongyang
North Macedonia=Macedonian=Skopje
Norway=Norwegian=Oslo,Bergen
Oman=Omani=Muscat
Pakistan=Pakistani=Islamabad,Karachi,Lahore,Peshawar,Abbottabad,Waziristan
Palestine=Palestinian=Gaza,Gaza City,Gaza Strip,West Bank,Ramallah,Rafah,Hebron,Khan Younis
Panama=Panamanian=Panama City
Papua New Guinea=Papuan=
Paraguay=Paraguayan=
Peru=Peruvian=Lima
Philippines=Filipino,Philippine=Manila,Mindanao
Poland=Polish,Pole=Warsaw,Krakow,Gdansk,Auschwitz
Portugal=Portuguese=Lisbon,Porto
Puerto Rico=Puerto Rican=
Qatar=Qatari=Doha
Romania=Romanian=Bucharest,Transylvania
Russia=Russian=Moscow,St. Petersburg,St Petersburg,Siberia,Chechnya,Kursk,Belgorod,Sochi,Vladivostok,Kaliningrad
Rwanda=Rwandan=Kigali
Saudi Arabia=Saudi,Saudi Arabian=Riyadh,Jeddah,Mecca,Medina
Senegal=Senegalese=Dakar
Serbia=Serbian,Serb=Belgrade
Sierra Leone=Sierra Leonean=Freetown
Singapore=Singaporean=
Slovakia=Slovak,Slovakian=Bratislava
Slovenia=Slovenian,Slovene=Ljubljana
Somalia=Somali=Mogadishu
South Africa=South African=Johannesburg,Cape Town,Pretoria,Durban,Soweto
South Korea=South Korean=Seoul,Busan
South Sudan=South Sudanese=Juba
Spain=Spanish,Spaniard=Madrid,Barcelona,Catalonia,Seville,Valencia,Ibiza,Bilbao
Sri Lanka=Sri Lankan=Colombo
Sudan=Sudanese=Khartoum,Darfur
Suriname=Surinamese=
Sweden=Swedish,Swede=Stockholm,Gothenburg,Malmo
Switzerland=Swiss=Geneva,Zurich,Bern,Basel,Davos
Syria=Syrian=Damascus,Aleppo,Homs,Idlib,Raqqa,Hama
Taiwan=Taiwanese=Taipei
Tajikistan=Tajik=Dushanbe
Tanzania=Tanzanian=Dodoma,Dar es Salaam,Zanzibar
Thailand=Thai=Bangkok,Phuket
Togo=Togolese=
Tonga=Tongan=
Trinidad=Trinidadian=
Tunisia=Tunisian=Tunis
Turkey=Turkish,Turk=Ankara,Istanbul,Izmir
Turkmenistan=Turkmen=Ashgabat
Uganda=Ugandan=Kampala
Ukraine=Ukrainian=Kyiv,Kharkiv,Odesa,Odessa,Lviv,Mariupol,Crimea,Donbas,Donbass,Donetsk,Luhansk,Kherson,Zaporizhzhia,Dnipro,Bakhmut,Pokrovsk,Bucha,Sevastopol,Chernobyl
United Arab Emirates=Emirati=Dubai,Abu Dhabi
United Kingdom=British,Briton,English,Englishman,Scottish,Scot,Welsh,Northern Irish=London,Edinburgh,Glasgow,Manchester,Birmingham,Liverpool,Leeds,Bristol,Cardiff,Belfast,Sheffield,Newcastle,Nottingham,Oxford,Cambridge,England,Scotland,Wales,Northern Ireland,Yorkshire,Cornwall,Kent,Devon,Essex,Lancashire,Norfolk,Suffolk,Wembley,Wimbledon
United States=American=
Uruguay=Uruguayan=Montevideo
Uzbekistan=Uzbek=Tashkent
Vatican=Vatican=Vatican City
Venezuela=Venezuelan=Caracas
Vietnam=Vietnamese=Hanoi,Ho Chi Minh City,Saigon
Yemen=Yemeni=Sanaa,Aden
Zambia=Zambian=Lusaka
Zimbabwe=Zimbabwean=Harare
`;

const OTHERS = `
Europe=European;Asia=Asian;Africa=African;North America=North American;South America=South American
Latin America=Latin American;Central America=Central American;Middle East=Middle Eastern;Scandinavia=Scandinavian
Antarctica=Antarctic;Arctic;Caribbean;Balkans=Balkan;Baltics=Baltic;Kurdistan=Kurdish,Kurd;Catalonia=Catalan
Soviet Union=Soviet;Yugoslavia=Yugoslav;East Germany=East German;Sahel;Maghreb;Gulf;Persian Gulf;Gulf of Mexico;Red Sea
Black Sea;Mediterranean;Atlantic;Pacific;Southeast Asia;Horn of Africa;Eastern Europe;Western Europe;Himalayas;Alps
Sahara;Amazon;Siberia=Siberian;Chechnya=Chechen;Tibet=Tibetan;Texas=Texan;California=Californian;Paris=Parisian
`;

const AMERICAN = `
Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa
Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada
New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon
Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin
Wyoming,Washington,District of Columbia,Los Angeles,Chicago,Houston,Phoenix,Philadelphia
San Antonio,San Diego,Dallas,San Francisco,Seattle,Denver,Boston,Detroit,Nashville,Memphis,Portland,Las Vegas
Baltimore,Milwaukee,Albuquerque,Tucson,Fresno,Sacramento,Atlanta,Miami,Cleveland,New Orleans,Minneapolis,Tampa
Honolulu,Pittsburgh,Cincinnati,St. Louis,St Louis,Orlando,Newark,Buffalo,Brooklyn,Manhattan,Queens,Bronx,Staten Island
Oakland,Charlotte,Columbus,Indianapolis,Austin,Fort Worth,El Paso,Salt Lake City,Ferguson,Charlottesville,Oklahoma City
Kansas City,Omaha,Anchorage,Silicon Valley,Hollywood,Long Island,Arlington,Capitol Hill,Mar-a-Lago,Camp David
`;

// Other names of the same place, where no other place or person is likely to be meant.
const ALIASES = `
United States=US,USA,United States of America,America
United Kingdom=UK,Britain,Great Britain
United Arab Emirates=UAE,Emirates
Kyiv=Kiev;Kharkiv=Kharkov;Odesa=Odessa;Lviv=Lvov;Donbas=Donbass;Luhansk=Lugansk;Zaporizhzhia=Zaporizhia,Zaporozhye
Kolkata=Calcutta;Mumbai=Bombay;Chennai=Madras;Beijing=Peking;Myanmar=Burma;Yangon=Rangoon
Netherlands=Holland;Czechia=Czech Republic;Bosnia=Bosnia and Herzegovina,Bosnia-Herzegovina;Turkey=Türkiye,Turkiye
Ivory Coast=Côte d'Ivoire;Congo=Democratic Republic of Congo,Democratic Republic of the Congo,DR Congo,DRC
North Macedonia=Macedonia;East Timor=Timor-Leste;Vatican=Holy See;Eswatini=Swaziland;New York=New York City
Washington=Washington DC,Washington D.C.,D.C.,DC;São Paulo=Sao Paulo;Bogotá=Bogota;Gaza=Gaza Strip;Trinidad=Trinidad and Tobago
Palestine=Palestinian Territories;Middle East=Mideast;The Hague=Hague;St. Petersburg=St Petersburg;St. Louis=St Louis
`;

const places = new Map<string, string>();
const adjectives = new Map<string, string>();

function addAll(list: string | undefined, add: (name: string) => void): void {
  for (const name of list?.split(',') ?? []) if (name) add(name);
}

for (const entry of `${COUNTRIES}${OTHERS.replaceAll(';', '\n')}`.split('\n')) {
  const [place, people, inside] = entry.split('=');
  if (!place) continue;
  places.set(place.toLowerCase(), place);
  addAll(people, (name) => {
    adjectives.set(name.toLowerCase(), place);
    if (!/(ese|ish|ch|men|iss)$/i.test(name)) adjectives.set(`${name.toLowerCase()}s`, place);
  });
  addAll(inside, (name) => places.set(name.toLowerCase(), name));
}
for (const line of AMERICAN.split('\n')) addAll(line, (name) => places.set(name.toLowerCase(), name));

for (const entry of ALIASES.replaceAll(';', '\n').split('\n')) {
  const [place, variants] = entry.split('=');
  if (place) addAll(variants, (name) => places.set(name.toLowerCase(), place));
}

/** The name under which a place is known, from its lower-case name. */
export function placeNamed(lowerCase: string): string | undefined {
  return places.get(lowerCase);
}

/** The places known by name, lower case, with up to four words. */
export function isPlace(lowerCase: string): boolean {
  return places.has(lowerCase);
}

/** Whether a lower-case word is an adjective of a country or the name of its people: "ukrainian", "americans". */
export function isDemonym(lowerCase: string): boolean {
  return (
    adjectives.has(lowerCase) ||
    (lowerCase.includes('-') && lowerCase.split('-').every((part) => adjectives.has(part)))
  );
}
