"""People who do not exist, of many cultures, with all that may tell who they are."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PEOPLE", "Person"]

# given name, family name, she or he, town, country, street, school, short form of it, club, spoken language
_ROWS = """
Priya|Raghunathan|she|Coimbatore|India|14 Nehru Road|Anna Technological University|ATU|Tamil Cultural Society|Tamil
Oluwaseun|Adeyemi|he|Ibadan|Nigeria|7 Awolowo Avenue|University of Ibadan|UI|Redeemed Campus Fellowship|Yoruba
Mehmet|Yıldırım|he|Izmir|Turkey|Atatürk Bulvarı 12|Ege Üniversitesi|EÜ|Göztepe Yacht Club|Turkish
Siobhán|O'Connell|she|Galway|Ireland|3 Shop Street|National College of Galway|NCG|Galway Camogie Club|Irish
María José|Fernández de la Vega|she|Oviedo|Spain|Calle Uría 22|Universidad de Oviedo|UNIOVI|Asociación Católica Juvenil|Spanish
Wei|Zhang|he|Chengdu|China|88 Renmin Road|Sichuan Institute of Technology|SIT|Chengdu Go Club|Mandarin
Fatima|Al-Sayed|she|Amman|Jordan|5 Rainbow Street|Jordan Polytechnic University|JPU|Amman Muslim Women Network|Arabic
Jürgen|Müller-Lüdenscheidt|he|Kassel|Germany|Lindenstraße 4|Universität Kassel|UK|Kasseler Ruderclub|German
Agnieszka|Wójcik|she|Lublin|Poland|ul. Lipowa 9|Politechnika Lubelska|PL|Chór Akademicki Lublin|Polish
Nguyễn Thị|Hương|she|Da Nang|Vietnam|12 Tran Phu Street|Da Nang University of Technology|DUT|Da Nang Buddhist Youth Group|Vietnamese
Kwame|Boateng|he|Kumasi|Ghana|21 Prempeh Street|Kwame Nkrumah University|KNU|Ashanti Football Club|English
Yuki|Takahashi|she|Sapporo|Japan|2 Odori Avenue|Hokkaido Institute of Engineering|HIE|Sapporo Kendo Club|Japanese
Björn|Åkesson|he|Uppsala|Sweden|Storgatan 5|Uppsala Tekniska Högskola|UTH|Uppsala Orienteering Club|Swedish
Olena|Shevchenko|she|Lviv|Ukraine|Franka Street 17|Lviv Polytechnic Institute|LPI|Plast Scouts Lviv|Ukrainian
Giuseppe|D'Angelo|he|Bari|Italy|Via Roma 31|Politecnico di Bari|PB|Circolo Canottieri Bari|Italian
Aaliyah|Washington|she|Baltimore|USA|410 Harbor Drive|Morgan Technical College|MTC|Delta Sigma Sorority|French
Hyun-woo|Kim|he|Busan|Korea|9 Haeundae Road|Busan Institute of Science|BIS|Busan Presbyterian Church|Korean
Chloé|Lefèvre|she|Rennes|France|12 rue de la Paix|Université de Rennes|UR|Association Sportive de Rennes|French
Arjun|Deshpande|he|Nagpur|India|B-14 Civil Lines Road|Visvesvaraya Institute of Technology|VIT|Nagpur Chess Club|Marathi
Ngozi|Okonkwo-Eze|she|Enugu|Nigeria|33 Zik Avenue|Enugu State University|ESU|Catholic Women Society|Igbo
Mateusz|Kowalczyk|he|Gliwice|Poland|ul. Zwycięstwa 2|Politechnika Śląska|PS|Klub Żeglarski Gliwice|Polish
Zeynep|Öztürk|she|Bursa|Turkey|Cumhuriyet Street 40|Uludağ Üniversitesi|UÜ|Bursa Kadın Association|Turkish
Lars|van der Heijden|he|Enschede|Netherlands|Hengelosestraat 99|Hogeschool Twente|HT|Enschede Skating Club|Dutch
Ana Beatriz|dos Santos|she|Recife|Brazil|Rua da Aurora 120|Universidade Federal do Recife|UFR|Clube Náutico Recife|Portuguese
Tomáš|Dvořák|he|Olomouc|Czechia|Masarykova 8|Univerzita Palackého|UP|Sokol Olomouc Club|Czech
Leila|Hosseini|she|Shiraz|Iran|6 Hafez Street|Shiraz University of Engineering|SUE|Shiraz Women in Robotics Society|Persian
Samuel|Cohen|he|Haifa|Israel|18 Herzl Street|Haifa Institute of Technology|HIT|Beth Shalom Synagogue|Hebrew
Ingrid|Sørensen|she|Odense|Denmark|Vestergade 14|Odense Teknikum|OT|Odense Roklub Club|Danish
Dmitri|Volkov|he|Tomsk|Russia|Lenina Street 3|Tomsk Polytechnic University|TPU|Tomsk Hockey Club|Russian
Amara|Diallo|she|Dakar|Senegal|4 Avenue Pompidou|Université de Dakar|UCAD|Association Musulmane de Dakar|French
Rajesh|Kumar Singh|he|Patna|India|55 Gandhi Road|Patna College of Engineering|PCE|Patna Vivekananda Society|Hindi
Emily|Hawthorne|she|Exeter|UK|8 Magdalen Road|Exeter Grammar School|EGS|Exeter Netball Club|Welsh
Ahmed|El-Masry|he|Alexandria|Egypt|10 Corniche Road|Alexandria University|AU|Al Noor Mosque|Arabic
Katarzyna|Nowak-Zielińska|she|Toruń|Poland|ul. Szeroka 40|Uniwersytet Toruński|UMK|Toruń Caritas Association|Polish
José Luis|Hernández|he|Puebla|Mexico|Calle Reforma 5|Instituto Tecnológico de Puebla|ITP|Club Puebla Charros|Spanish
Mei-Ling|Chen|she|Taichung|Taiwan|30 Zhongshan Road|Taichung College of Design|TCD|Taichung Tzu Chi Fellowship|Chinese
Thabo|Mokoena|he|Durban|South Africa|77 Florida Road|Durban University of Technology|DUT|Durban Rugby Club|Zulu
Elif|Kaya|she|Ankara|Turkey|Tunalı Street 60|Ankara Teknik Üniversitesi|ATÜ|Ankara Alevi Society|Kurdish
Miguel Ángel|Ortiz|he|Sevilla|Spain|Calle Sierpes 3|Universidad de Sevilla|US|Hermandad del Carmen Confraternity|Spanish
Nia|Wambui|she|Nakuru|Kenya|15 Kenyatta Avenue|Nakuru Technical Institute|NTI|Nakuru Adventist Church|Swahili
Vikram|Iyer|he|Mysore|India|9 Palace Road|Mysore Institute of Computing|MIC|Carnatic Music Society|Kannada
Sofía|Gutiérrez Paz|she|Rosario|Argentina|Calle Córdoba 1200|Universidad del Litoral|UL|Rosario Hockey Club|Spanish
Henrik|Lindqvist|he|Turku|Finland|Linnankatu 20|Åbo Akademi|ÅA|Turku Sailing Club|Finnish
Hannah|Goldberg|she|Antwerp|Belgium|Pelikaanstraat 44|Antwerp Hogeschool|AH|Maccabi Antwerp Club|Hebrew
Iván|Petrović|he|Niš|Serbia|Obrenovićeva Street 7|Univerzitet u Nišu|UN|Niš Orthodox Fellowship|Serbian
Nandini|Banerjee|she|Kolkata|India|101 Park Street|Jadavpur Institute of Science|JIS|Bengali Literary Society|Bengali
Cédric|N'Guessan|he|Abidjan|Ivory Coast|8 Boulevard Latrille|Institut Polytechnique d'Abidjan|IPA|Abidjan Judo Club|French
Tuğba|Şahin|she|Konya|Turkey|Mevlana Street 11|Selçuk Üniversitesi|SÜ|Konya Mevlana Society|Turkish
Patrick|Fitzgerald|he|Limerick|Ireland|2 Castle Street|Limerick Institute of Art|LIA|Limerick GAA Club|Irish
Xin Yi|Lim|she|Penang|Malaysia|66 Gurney Drive|Penang Free School|PFS|Penang Hokkien Association|Malay
Ruby|Jackson|she|Swansea|UK|12 Java Street|Swansea College of Science|SCS|Jupiter Tennis Club|Welsh
Franz|Kafka|he|Linz|Austria|Landstraße 30|Johannes Technikum Linz|JTL|Linz Alpine Club|German
Grace|Hopwood|she|Leicester|UK|5 Mill Lane|Leicester Sixth Form College|LSFC|Leicester Hindu Temple Society|Gujarati
Will|Marsh|he|Norwich|UK|19 Castle Road|Norwich School of Engineering|NSE|Norwich Methodist Church|French
Dawn|Whitehorse|she|Tulsa|USA|300 Cherokee Avenue|Tulsa Tribal College|TTC|Native Women Association|Spanish
Oğuz|Çelik|he|Trabzon|Turkey|Uzun Street 3|Karadeniz Teknik Üniversitesi|KTÜ|Trabzon Rowing Club|Turkish
Isabella|Conti-Rossi|she|Trieste|Italy|Via Carducci 8|Università di Trieste|UT|Circolo Velico Association|Italian
Abdullahi|Garba|he|Kano|Nigeria|40 Zaria Road|Bayero Polytechnic|BP|Kano Islamic Society|Hausa
Rosa|Mendoza Quispe|she|Cusco|Peru|Calle Loreto 6|Universidad Andina|UAC|Cusco Quechua Association|Spanish
Finn|MacAllister|he|Dundee|UK|27 Perth Road|Abertay School of Computing|ASC|Dundee Curling Club|Welsh
"""


@dataclass(frozen=True, slots=True)
class Person:
    """One of them. ``number`` makes telephone, birth and years differ."""

    number: int
    given: str
    family: str
    she: bool
    town: str
    country: str
    street: str
    school: str
    short: str
    club: str
    language: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def first(self) -> str:
        return self.given.split()[0]

    @property
    def handle(self) -> str:
        return _ascii(f"{self.first[:1]}{self.family}").lower() + str(self.number % 7 or "")

    @property
    def mail(self) -> str:
        return f"{_ascii(self.first)}.{_ascii(self.family)}{self.number}@example.org".lower()

    @property
    def phone(self) -> str:
        return f"+{30 + self.number % 60} {700 + self.number} {555_000 + 37 * self.number}"

    @property
    def born(self) -> int:
        return 1975 + self.number % 20

    @property
    def studied(self) -> tuple[int, int]:
        return self.born + 19, self.born + 23


_LATIN = str.maketrans(
    "áàâäãåąćčçďđéèêëęěğíìîïıłñńňóòôöõøőřśšşșťţúùûüůýžźżÁÅÇĆÖØŚŞŽÜÉİğ",
    "aaaaaaacccddeeeeeegiiiiilnnnooooooorssssttuuuuuyzzzAACCOOSSZUEIg",
)


def _ascii(text: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.translate(_LATIN))
    return "".join(char for char in plain if char.isascii() and char.isalpha())


def _person(number: int, row: str) -> Person:
    given, family, pronoun, *rest = row.split("|")
    return Person(number, given, family, pronoun == "she", *rest)


PEOPLE = tuple(_person(number, row) for number, row in enumerate(_ROWS.strip().splitlines(), start=1))
