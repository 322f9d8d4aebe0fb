"""Whole resumes in many layouts, all made up: the text, its jobs, its degrees and its certificates."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["WHOLE", "Whole"]

NOW = "now"
Job = tuple[str | None, str | None, str | None, str | None]


class Whole(NamedTuple):
    """A resume and what must be read from it. A job is (title, employer, start, end)."""

    text: str
    jobs: tuple[Job, ...]
    degrees: tuple[tuple[str, str | None], ...] = ()
    certificates: tuple[str, ...] = ()


WHOLE: dict[str, Whole] = {
    "oldest first, years alone": Whole(
        """
Rosalind Achterkamp
rosalind@example.nl

Career
2008-2012 Helpdesk employee, Gemeente Waterland
Answered the phone and repaired printers.
2012-2017 Junior developer, Molenwiek Software
PHP and MySQL for bicycle shops.
2017-now Backend developer, Tulpenbeurs
Java, Spring Boot and PostgreSQL for the flower auction.

Opleiding
HBO Informatica, Hogeschool Kennemerland, 2008
""",
        (
            ("Helpdesk employee", "Gemeente Waterland", "2008", "2012"),
            ("Junior developer", "Molenwiek Software", "2012", "2017"),
            ("Backend developer", "Tulpenbeurs", "2017", NOW),
        ),
        (("BACHELOR", "2008"),),
    ),
    "prose in the third person under unusual headings": Whole(
        """
IMOGEN FAIRBAIRN
Backend engineer, Leith

In a nutshell
Imogen writes quiet services that nobody has to wake up for.

Where I have been
Backend Engineer at Saltmarsh Energy, since May 2021
She designed the meter gateway in Go and moved it to Kubernetes.
The on-call rota is hers as well.

Software Developer at Harbourlight Ltd, June 2016 to April 2021
She kept a Django shop alive and made it twice as fast.

Where I studied
MEng Software Engineering, University of the Forth, 2016
""",
        (
            ("Backend Engineer", "Saltmarsh Energy", "2021-05", NOW),
            ("Software Developer", "Harbourlight Ltd", "2016-06", "2021-04"),
        ),
        (("MASTER", "2016"),),
    ),
    "table rows with pipes": Whole(
        """
Emeka Obiora | Backend Developer | Enugu

EXPERIENCE
Period | Employer | Role
02/2020 - present | Palmwine Payments | Backend Developer
07/2017 - 01/2020 | Coal City Bank | Software Analyst

EDUCATION
2013 - 2017 | Niger Delta Polytechnic | HND Computer Science
""",
        (
            ("Backend Developer", "Palmwine Payments", "2020-02", NOW),
            ("Software Analyst", "Coal City Bank", "2017-07", "2020-01"),
        ),
        (("ASSOCIATE", "2017"),),
    ),
    "two jobs at one employer": Whole(
        """
Maren Tveit
maren@example.no

Employment

Fjordkraft Systems AS, Bergen
Senior Backend Engineer
Jan 2022 - present
- Split the tariff engine into services.

Backend Engineer
Aug 2018 - Dec 2021
- Wrote Kotlin services on PostgreSQL.

Education
M.Sc. Informatics, University of Vestland, 2018
""",
        (
            ("Senior Backend Engineer", "Fjordkraft Systems AS", "2022-01", NOW),
            ("Backend Engineer", "Fjordkraft Systems AS", "2018-08", "2021-12"),
        ),
        (("MASTER", "2018"),),
    ),
    "a soldier first": Whole(
        """
DARIUS KOWALCZYK
darius@example.com

WORK HISTORY

BACKEND DEVELOPER, Ironbark Logistics
03/2021 - Present
- Python and FastAPI for route planning.

SIGNALS SERGEANT, Royal Signals
06/2009 - 12/2020
- Ran field networks for 200 soldiers.

CERTIFICATIONS
CompTIA Security+, 2020
AWS Certified Developer - Associate, 2022
""",
        (
            ("BACKEND DEVELOPER", "Ironbark Logistics", "2021-03", NOW),
            ("SIGNALS SERGEANT", "Royal Signals", "2009-06", "2020-12"),
        ),
        (),
        ("CompTIA Security+", "AWS Certified Developer - Associate"),
    ),
    "a cook, with trades as headings": Whole(
        """
Lucien Marchetaux
Annecy, lucien@example.fr

SOFTWARE

Junior Backend Developer, Cluse Billetterie                 Sept 2023 - today
* Symfony and PostgreSQL.

KITCHEN

Sous Chef, Auberge du Semnoz                                 2016 - 2022
* Six cooks.
Commis de cuisine, Hôtel Les Terrasses                      2012 - 2016

LEARNING
Bootcamp certificate, École du Code Savoie, 2023
""",
        (
            ("Junior Backend Developer", "Cluse Billetterie", "2023-09", NOW),
            ("Sous Chef", "Auberge du Semnoz", "2016", "2022"),
            ("Commis de cuisine", "Hôtel Les Terrasses", "2012", "2016"),
        ),
        (("DIPLOMA", "2023"),),
    ),
    "a gap told as one": Whole(
        """
Yevheniia Moroz
yevheniia@example.org

The day job
10/2023 - today: Backend Engineer, Bernstein Versand
Go services.
03/2021 - 09/2023: Parental leave
04/2015 - 02/2021: Software Developer, Dnipro Soft
PHP and MySQL.

Studies
Bachelor of Computer Science, Dnipro State University, 2015
""",
        (
            ("Backend Engineer", "Bernstein Versand", "2023-10", NOW),
            ("Software Developer", "Dnipro Soft", "2015-04", "2021-02"),
        ),
        (("BACHELOR", "2015"),),
    ),
    "contracts side by side on one line each": Whole(
        """
Konrad Elverum
Freelance backend engineer

Mandates
05.2023 - 10.2024  Havnekontoret: berth planning. Kotlin, Ktor, PostgreSQL. Three days a week.
01.2023 - 12.2023  Nordlys Media: paywall, Go and Redis. Two days a week.
02.2020 - 12.2022  Fiskebanken AS: auction back end in Java.

Permanent positions
08.2016 - 01.2020  Software developer, Kystdata AS. Spring and Oracle.
""",
        (
            (None, "Havnekontoret", "2023-05", "2024-10"),
            (None, "Nordlys Media", "2023-01", "2023-12"),
            (None, "Fiskebanken AS", "2020-02", "2022-12"),
            ("Software developer", "Kystdata AS", "2016-08", "2020-01"),
        ),
    ),
    "no headings at all": Whole(
        """
Fenella Strathairn
Backend developer, Dundee
fenella@example.co.uk

Backend developer, Tayside Ferries, 2019 to date (3 yrs)
Wrote the booking API in C# and moved it to Azure.

Web developer, Jute & Jam, '17-'19
WordPress and a little PHP.

BSc (Hons) Computing Science, Abertay College, 2017
Certified Scrum Master, 2021
""",
        (
            ("Backend developer", "Tayside Ferries", "2019", NOW),
            ("Web developer", "Jute & Jam", "2017", "2019"),
        ),
        (("BACHELOR", "2017"),),
        ("Certified Scrum Master",),
    ),
    "responsibilities and technologies under each job": Whole(
        """
Rajesh Nandakumar
rajesh@example.in | +91 98450 00000

Professional Summary
Eight years of Java.

Professional Experience

Kaveri Infotech Pvt Ltd, Bengaluru
Technical Lead
Apr 2019 - Till date
Responsibilities:
- Designed the billing services.
Technologies: Java, Spring Boot, Oracle

Godavari Systems, Chennai
Software Engineer
Jun 2016 - Mar 2019
Responsibilities:
- Built reports.
Technologies: Java, Struts

Skills:
Java, Spring Boot, Oracle, Kafka

Academics
B.E. Computer Science, Anna College of Engineering, 2016
""",
        (
            ("Technical Lead", "Kaveri Infotech Pvt Ltd", "2019-04", NOW),
            ("Software Engineer", "Godavari Systems", "2016-06", "2019-03"),
        ),
        (("BACHELOR", "2016"),),
    ),
    "projects inside a job": Whole(
        """
Solveig Arnesen
solveig@example.no

Experience
Consultant, Fjellbekk Consulting, 2018 - present
Selected projects:
- Booking engine for a ferry line, Kotlin and PostgreSQL.
- Claims archive for an insurer, Java and Oracle.
Developer, Breheim Data, 2014 - 2018
- Desktop tools in C#.

Publications
Arnesen, S. "Ferries and queues", Journal of Small Ports, 2022.
""",
        (
            ("Consultant", "Fjellbekk Consulting", "2018", NOW),
            ("Developer", "Breheim Data", "2014", "2018"),
        ),
    ),
    "dates with arrows and slashes": Whole(
        """
oke bamgbose
backend engineer, ibadan

what i do now
Backend Engineer / Oluyole Pay / 2021-03 -> now
+ Go and PostgreSQL.

what i did before
Support Engineer / Agodi Telecom / 2017-08 -> 2021-02
+ Linux and Bash.
""",
        (
            ("Backend Engineer", "Oluyole Pay", "2021-03", NOW),
            ("Support Engineer", "Agodi Telecom", "2017-08", "2021-02"),
        ),
    ),
    "dates above the title, slash between them": Whole(
        """
Catarina Valadim
catarina@example.pt

2015-02 / 2019-07
Programmer, Tejo Seguros
  o  Java EE and Oracle.

2019-08 / 2024-01
Backend engineer, Alfama Viagens
  o  Spring Boot.

2024-02 / 2025-01
Sabbatical.

Licenciatura em Engenharia Informática, Universidade do Mondego, 2014
Oracle Certified Professional, Java SE 11 Developer, 2021
""",
        (
            ("Programmer", "Tejo Seguros", "2015-02", "2019-07"),
            ("Backend engineer", "Alfama Viagens", "2019-08", "2024-01"),
        ),
        (("BACHELOR", "2014"),),
    ),
    "German, in two languages": Whole(
        """
Hildegard Sturmfels
Kassel, hildegard@example.de

BERUFSERFAHRUNG / WORK EXPERIENCE

04/2020 – heute    Senior Software Engineer, Fuldatal Software GmbH
                   * C# and SQL Server
10/2014 – 03/2020  Software Engineer, Habichtswald AG
                   * Java and Oracle

AUSBILDUNG / EDUCATION

2009 – 2014        Dipl.-Inform. (FH), Fachhochschule Nordhessen
""",
        (
            ("Senior Software Engineer", "Fuldatal Software GmbH", "2020-04", NOW),
            ("Software Engineer", "Habichtswald AG", "2014-10", "2020-03"),
        ),
        (("MASTER", "2014"),),
    ),
    "an abandoned degree and loose remarks": Whole(
        """
Piotr Zawilski
Backend developer

Experience
Backend Developer, Sowa Logistyka, 2018 - present
- Python.

Education
MSc Computer Science, Politechnika Bielska, 2014 - 2016, not completed
Inżynier, Informatics, Politechnika Bielska, 2014

Loose ends
Repairs old radios and talks about them to whoever listens.
""",
        (("Backend Developer", "Sowa Logistyka", "2018", NOW),),
        (("MASTER unfinished", "2016"), ("BACHELOR", "2014")),
    ),
    "internships": Whole(
        """
Nandini Kerkar
nandini@example.in

Internships
Backend Intern, Mandovi Labs, Jan-Jun 2025
- Tests in pytest.
Summer Intern, Zuari Retail, Summer 2024
- A small Flask page.

Education
B.Tech, Information Technology, Konkan Institute of Technology, 2021 - 2025
""",
        (
            ("Backend Intern", "Mandovi Labs", "2025-01", "2025-06"),
            ("Summer Intern", "Zuari Retail", "2024-06", "2024-08"),
        ),
        (("BACHELOR", "2025"),),
    ),
    "sentences in one paragraph behind the head": Whole(
        """
T. Adeyinka. Backend engineer. Leeds.

2019-now Calder Credit, lead of five (payments). Ledger in Java and PostgreSQL. Every release behind a flag.
2015-2019 Aire Maps, developer. Python and PostGIS. Two people.
BEng Software Engineering, University of Elmet, 2015.
""",
        (
            ("lead of five (payments)", "Calder Credit", "2019", NOW),
            ("developer", "Aire Maps", "2015", "2019"),
        ),
        (("BACHELOR", "2015"),),
    ),
    "a nurse, education in between": Whole(
        """
Greta Lindqvist-Moore
greta@example.org

PROFILE
Nurse turned developer.

PROFESSIONAL HISTORY
Backend Developer
Clinique Data AB, Lund
2022 - present
- Node.js and TypeScript.

Registered Nurse
Lund General Hospital
2011 - 2021
- Night shifts.

EDUCATION
Bachelor of Nursing, Lund Nursing School, 2011
Vocational training in web development, 2022

ALSO
She speaks at schools about changing trades and brings a stethoscope along.
""",
        (
            ("Backend Developer", "Clinique Data AB", "2022", NOW),
            ("Registered Nurse", "Lund General Hospital", "2011", "2021"),
        ),
        (("BACHELOR", "2011"), ("DIPLOMA", "2022")),
    ),
    "bullets for jobs": Whole(
        """
Tomasz Grzelak
tomasz@example.pl

# Work
- 2020 - now: Backend Developer, Wisła Soft
- 2016 - 2020: Junior Developer, Odra Net

# Education
- Licencjat, Informatyka, Uniwersytet Nadwiślański, 2016
""",
        (
            ("Backend Developer", "Wisła Soft", "2020", NOW),
            ("Junior Developer", "Odra Net", "2016", "2020"),
        ),
        (("BACHELOR", "2016"),),
    ),
    "a second list of skills at the end": Whole(
        """
Ottoline Pargeter
ottoline@example.com

Skills
Go, PostgreSQL

Employment history
Backend Engineer, Quillon Trading, Nov 2019 - Present
- Orders in Go.
Developer, Marrow & Pith, 2015 - Oct 2019
- Reports in Python.

Skills
Docker, Kubernetes, Terraform

Misc
Plays the viola in an orchestra that nobody has heard of.
""",
        (
            ("Backend Engineer", "Quillon Trading", "2019-11", NOW),
            ("Developer", "Marrow & Pith", "2015", "2019-10"),
        ),
    ),
    "location behind a full stop": Whole(
        """
Hamza Bouzid
Junior developer

Work
Nour Santé, Casablanca. Backend developer, March 2024 to now
I add endpoints.
Atlas Call, Casablanca. Support agent, 2021 to 2024
I answered calls.
""",
        (
            ("Backend developer", "Nour Santé", "2024-03", NOW),
            ("Support agent", "Atlas Call", "2021", "2024"),
        ),
    ),
    "a researcher": Whole(
        """
Dr Aurelio Castignoli

Present position
Research Fellow, Istituto delle Valli, since 2021.

Previous positions
Postdoctoral researcher, University of Soglio, 2018 to 2021.
Doctoral student, University of Soglio, 2014 to 2018.

Selected papers
Castignoli, "Slow quorums", 2023.

Education
PhD in Computer Science, University of Soglio, 2018. Laurea magistrale in Informatica, 2014.
""",
        (
            ("Research Fellow", "Istituto delle Valli", "2021", NOW),
            ("Postdoctoral researcher", "University of Soglio", "2018", "2021"),
            ("Doctoral student", "University of Soglio", "2014", "2018"),
        ),
        (("DOCTORATE", "2018"), ("MASTER", "2014")),
    ),
    "mobile and server, short dates": Whole(
        """
Defneyar Aksoyoğlu
Ankara

2013-2017   B.Sc. Mathematics, Anadolu Plateau University
2017-2020   Android Developer, Kiraz Mobil
2020-       Backend Developer, Nar Saglik

At Nar Saglik she wrote the server from an empty folder in Kotlin and Ktor.
""",
        (
            ("Android Developer", "Kiraz Mobil", "2017", "2020"),
            ("Backend Developer", "Nar Saglik", "2020", NOW),
        ),
        (("BACHELOR", "2017"),),
    ),
    "markdown": Whole(
        """
# Leocadia Brandt
leocadia@example.org

## Experience

### Senior Engineer, Ostwind Energie (Feb 2021 – Present)
- Rust and Kafka.

### Engineer, Heidekraut Media (Sep 2016 – Jan 2021)
- Ruby on Rails.

## Education
Licence professionnelle (3 years), Informatics, Université de la Moselle-Est, 2016

## Also
Gave two talks on backpressure in Metz and wrote them down for the company blog.
""",
        (
            ("Senior Engineer", "Ostwind Energie", "2021-02", NOW),
            ("Engineer", "Heidekraut Media", "2016-09", "2021-01"),
        ),
        (("BACHELOR", "2016"),),
    ),
    "an apprenticeship": Whole(
        """
Jannik Petermann
Fachinformatiker, Oldenburg

Beruflicher Werdegang
08/2021 - heute Backend-Entwickler, Huntewerk GmbH
PHP and Symfony.
08/2018 - 07/2021 Apprentice, Huntewerk GmbH

Ausbildung
Fachinformatiker Anwendungsentwicklung, Berufsschule Oldenburg, 2021
""",
        (
            ("Backend-Entwickler", "Huntewerk GmbH", "2021-08", NOW),
            ("Apprentice", "Huntewerk GmbH", "2018-08", "2021-07"),
        ),
        (("DIPLOMA", "2021"),),
    ),
}
