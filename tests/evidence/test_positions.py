"""Jobs in every order in which people write them; every resume here is made up."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.candidate import Position
from matcher.domain.document import Document
from matcher.evidence.positions import find_positions
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import document_of, parts_of

Row = tuple[str | None, str | None, str | None, str | None]
NOW = "now"


def positions_of(document: Document, taxonomy: Taxonomy) -> tuple[Position, ...]:
    sections, statements = parts_of(document, taxonomy)
    return find_positions(document, sections, statements, taxonomy.lexicon.words, as_of=date(2026, 11, 1))


def rows(positions: tuple[Position, ...]) -> list[Row]:
    return [
        (
            one.title,
            one.company,
            str(one.start) if one.start else None,
            NOW if one.current else str(one.end) if one.end else None,
        )
        for one in positions
    ]


RESUMES: dict[str, tuple[str, list[Row]]] = {
    "a sentence about the employer between its name and the title": (
        """
        Mara Okafor
        Experience
        Tidal Freight
        One of the larger carriers of parcels in its region
        Backend Developer, Mar 2019 - present
        - Wrote services in Go.
        Pinecrest
        Maker of timber frames for schools and other public halls
        Junior Developer, Jan 2017 - Feb 2019
        - Fixed bugs in PHP.
        """,
        [
            ("Backend Developer", "Tidal Freight", "2019-03", NOW),
            ("Junior Developer", "Pinecrest", "2017-01", "2019-02"),
        ],
    ),
    "numbered heads above their dates": (
        """
        Mara Okafor
        Experience
        1. Backend Developer, Tidal Freight Ltd
           Mar 2019 - present
           - Wrote services in Go.
        2. Junior Developer, Pinecrest Labs
           Jan 2017 - Feb 2019
           - Fixed bugs in PHP.
        """,
        [
            ("Backend Developer", "Tidal Freight Ltd", "2019-03", NOW),
            ("Junior Developer", "Pinecrest Labs", "2017-01", "2019-02"),
        ],
    ),
    "a form with each label above its value": (
        """
        Mara Okafor
        Experience
        Employer
        Tidal Freight Ltd
        Type of business or sector
        Parcels
        Occupation or position held
        Backend Developer
        Period
        03/2019 - present
        - Wrote services in Go.
        Employer
        Pinecrest
        Type of business or sector
        Timber
        Occupation or position held
        Junior Developer
        Period
        01/2017 - 02/2019
        - Fixed bugs in PHP.
        """,
        [
            ("Backend Developer", "Tidal Freight Ltd", "2019-03", NOW),
            ("Junior Developer", "Pinecrest", "2017-01", "2019-02"),
        ],
    ),
    "a form without colons, from and to on lines of their own": (
        """
        Mara Okafor
        Experience
        From\t03/2019
        To\tpresent
        Employer\tTidal Freight Ltd
        Post\tBackend Developer
        - Wrote services in Go.
        From\t01/2017
        To\t02/2019
        Employer\tPinecrest
        Post\tJunior Developer
        - Fixed bugs in PHP.
        """,
        [
            ("Backend Developer", "Tidal Freight Ltd", "2019-03", NOW),
            ("Junior Developer", "Pinecrest", "2017-01", "2019-02"),
        ],
    ),
    "title above company, dates below": (
        """
        Mara Okafor
        Experience
        Backend Developer
        Tidal Freight Ltd
        Mar 2019 - present
        - Wrote services in Go.
        Junior Developer
        Pinecrest Labs
        Jan 2017 - Feb 2019
        - Fixed bugs in PHP.
        """,
        [
            ("Backend Developer", "Tidal Freight Ltd", "2019-03", NOW),
            ("Junior Developer", "Pinecrest Labs", "2017-01", "2019-02"),
        ],
    ),
    "company above title, no word tells them apart": (
        """
        Jon Achterberg
        WORK HISTORY
        Vellum
        Platform Engineer
        2020 - 2023
        - Ran the clusters.
        Quarrystone
        Systems Programmer
        2016 - 2020
        - Kept the mainframe alive.
        """,
        [
            ("Platform Engineer", "Vellum", "2020", "2023"),
            ("Systems Programmer", "Quarrystone", "2016", "2020"),
        ],
    ),
    "one line with commas": (
        """
        Ines Valadares
        Experience
        Software Engineer, Lanternfish, 03/2021 - 06/2022
        - Built APIs.
        Web Developer, Oakhollow Media, 01/2018 - 02/2021
        - Built shops.
        """,
        [
            ("Software Engineer", "Lanternfish", "2021-03", "2022-06"),
            ("Web Developer", "Oakhollow Media", "2018-01", "2021-02"),
        ],
    ),
    "one line with pipes and a place": (
        """
        Ravi Menon
        Employment History
        Senior Data Engineer | Copperline Retail Group | Leeds, UK | 2019 - present
        - Spark jobs.
        Data Engineer | Softmeadow | Leeds, UK | 2016 - 2019
        - ETL.
        """,
        [
            ("Senior Data Engineer", "Copperline Retail Group", "2019", NOW),
            ("Data Engineer", "Softmeadow", "2016", "2019"),
        ],
    ),
    "company first, dashes": (
        """
        Lena Fisk
        Experience
        Hollowbrook Studio — Lead Designer
        Jan 2021 – Present
        - Led the redesign.
        Ferncast — Designer
        Jun 2017 – Dec 2020
        - Drew icons.
        """,
        [
            ("Lead Designer", "Hollowbrook Studio", "2021-01", NOW),
            ("Designer", "Ferncast", "2017-06", "2020-12"),
        ],
    ),
    "at": (
        """
        Owen Tarrant
        Professional Experience
        Staff Engineer at Greywater Systems   May 2018 to date
        • Designed things.
        Engineer at Mistral Foods   2014 - 2018
        • Ran things.
        """,
        [
            ("Staff Engineer", "Greywater Systems", "2018-05", NOW),
            ("Engineer", "Mistral Foods", "2014", "2018"),
        ],
    ),
    "dates at the left": (
        """
        Petra Novak
        Career
        06.2022 to today Backend Engineer, Saltmarsh Energy
        - Kotlin services.
        01.2019 to 05.2022 Developer, Holm & Reeve
        - Java services.
        """,
        [
            ("Backend Engineer", "Saltmarsh Energy", "2022-06", NOW),
            ("Developer", "Holm & Reeve", "2019-01", "2022-05"),
        ],
    ),
    "dates between company and title": (
        """
        Amir Haddad
        Experience
        Tallow Street Bakery
        2015 - 2018
        Sous Chef
        - Ran the cold kitchen.
        Harbour Grill
        2012 - 2015
        Line Cook
        - Cooked.
        """,
        [
            ("Sous Chef", "Tallow Street Bakery", "2015", "2018"),
            ("Line Cook", "Harbour Grill", "2012", "2015"),
        ],
    ),
    "several titles at one company": (
        """
        Freya Lindholm
        Experience
        Basalt Insurance
        Senior Engineer
        Jan 2022 - Present
        - Leads the claims team.
        Engineer
        Mar 2019 - Dec 2021
        - Built the claims API.
        Copperfield Toys
        Junior Engineer
        2017 - 2019
        - Built the shop.
        """,
        [
            ("Senior Engineer", "Basalt Insurance", "2022-01", NOW),
            ("Engineer", "Basalt Insurance", "2019-03", "2021-12"),
            ("Junior Engineer", "Copperfield Toys", "2017", "2019"),
        ],
    ),
    "several titles at one company with its whole time": (
        """
        Noor Rahimi
        Experience
        Windrush Telecom, 2015 - 2022
        Principal Engineer, 2019 - 2022
        - Owned routing.
        Senior Engineer, 2015 - 2019
        - Wrote routing.
        """,
        [
            ("Principal Engineer", "Windrush Telecom", "2019", "2022"),
            ("Senior Engineer", "Windrush Telecom", "2015", "2019"),
        ],
    ),
    "stacked titles without text between": (
        """
        Gil Amaral
        Experience
        Orchard Payments GmbH
        Lead Developer, 2021 - present
        Developer, 2018 - 2021
        - Wrote the ledger in Java.
        """,
        [
            ("Lead Developer", "Orchard Payments GmbH", "2021", NOW),
            ("Developer", "Orchard Payments GmbH", "2018", "2021"),
        ],
    ),
    "the same employer twice": (
        """
        Dora Pell
        Experience
        Software Engineer, Farrow Health, 2021 - 2023
        - Came back.
        Software Engineer, Brightloom, 2019 - 2021
        - Went away.
        Graduate Engineer, Farrow Health, 2017 - 2019
        - Began.
        """,
        [
            ("Software Engineer", "Farrow Health", "2021", "2023"),
            ("Software Engineer", "Brightloom", "2019", "2021"),
            ("Graduate Engineer", "Farrow Health", "2017", "2019"),
        ],
    ),
    "a title with a comma": (
        """
        Sam Osei
        Experience
        Engineer, Payments
        Lumenfield
        Feb 2020 - Mar 2022
        - Card settlement.
        Engineer, Search
        Otterbank Books
        Feb 2018 - Jan 2020
        - Ranking.
        """,
        [
            ("Engineer, Payments", "Lumenfield", "2020-02", "2022-03"),
            ("Engineer, Search", "Otterbank Books", "2018-02", "2020-01"),
        ],
    ),
    "titles outside the trade": (
        """
        Bea Castellano
        Experience
        Backend Developer, Kestrel Apps, 2023 - present
        - Ruby services.
        Head Pastry Chef, Hotel Miramonte, 2016 - 2022
        - Led nine cooks.
        Waitress, Café Ombra, 2014 - 2016
        - Served.
        """,
        [
            ("Backend Developer", "Kestrel Apps", "2023", NOW),
            ("Head Pastry Chef", "Hotel Miramonte", "2016", "2022"),
            ("Waitress", "Café Ombra", "2014", "2016"),
        ],
    ),
    "company with city and country": (
        """
        Tomasz Wilk
        Experience
        Rivermark AG — Basel, Switzerland
        Software Architect
        08/2019 – 12/2023
        - Architecture.
        Zamek Sp. z o.o. — Kraków, Poland
        Software Developer
        02/2015 – 07/2019
        - Java.
        """,
        [
            ("Software Architect", "Rivermark AG", "2019-08", "2023-12"),
            ("Software Developer", "Zamek Sp. z o.o.", "2015-02", "2019-07"),
        ],
    ),
    "place glued to the title": (
        """
        Alice Tran
        Experience
        Backend Developer Portland, OR
        Mossgate Software June 2020 – present
        - Django.
        Intern Remote
        Pebble Analytics May 2019 – Aug 2019
        - Pandas.
        """,
        [
            ("Backend Developer", "Mossgate Software", "2020-06", NOW),
            ("Intern", "Pebble Analytics", "2019-05", "2019-08"),
        ],
    ),
    "place on a line of its own": (
        """
        Karl Brandt
        Experience
        Site Reliability Engineer
        Nordhafen GmbH
        Hamburg, Germany
        2021 - now
        - On call.
        """,
        [("Site Reliability Engineer", "Nordhafen GmbH", "2021", NOW)],
    ),
    "years with apostrophes": (
        """
        Uma Krish
        Experience
        QA Engineer, Larkdale, '19 - '22
        - Tests.
        Tester, Finchley Games, '16 - '19
        - More tests.
        """,
        [("QA Engineer", "Larkdale", "2019", "2022"), ("Tester", "Finchley Games", "2016", "2019")],
    ),
    "since and seasons": (
        """
        Hugo Vidal
        Experience
        Developer, Azulejo Labs, since 2022
        - Scala.
        Developer Intern, Azulejo Labs, Summer 2021
        - Scala too.
        """,
        [
            ("Developer", "Azulejo Labs", "2022", NOW),
            ("Developer Intern", "Azulejo Labs", "2021-06", "2021-08"),
        ],
    ),
    "freelance contracts by client": (
        """
        Sanna Lund
        CONTRACTS
        Apr 2025 - Nov 2025  Meridian Rail (8 months)
        Seat inventory in Java.
        Jan 2023 - Mar 2025  Thistle Bank (27 months)
        Billing in Java.
        """,
        [
            (None, "Meridian Rail", "2025-04", "2025-11"),
            (None, "Thistle Bank", "2023-01", "2025-03"),
        ],
    ),
    "labelled lines": (
        """
        Wen Zhao
        Work Experience
        Company: Redfern Mobile
        Position: Backend Developer
        Period: 02/2019 - 05/2021
        - Node services.
        Company: Tin Whistle
        Position: Developer
        Period: 01/2017 - 01/2019
        - PHP.
        """,
        [
            ("Backend Developer", "Redfern Mobile", "2019-02", "2021-05"),
            ("Developer", "Tin Whistle", "2017-01", "2019-01"),
        ],
    ),
    "sub-labels inside a job": (
        """
        Ola Berg
        Experience
        Backend Developer, Fjordline Travel, 2019 - 2022
        Key achievements:
        - Cut latency by half.
        Technologies: Python, Redis
        Developer, Skarn Mining, 2016 - 2019
        Responsibilities:
        - Reports.
        """,
        [
            ("Backend Developer", "Fjordline Travel", "2019", "2022"),
            ("Developer", "Skarn Mining", "2016", "2019"),
        ],
    ),
    "dates in bullets under a date line": (
        """
        Jude Marlow
        Experience
        Mar 2021 - Present
        • Staff Engineer, Hexagon Tides LLC
        • Led the migration.
        Jun 2017 - Feb 2021
        • Senior Engineer, Ambergate Analytics
        • Built the pipeline.
        """,
        [
            ("Staff Engineer", "Hexagon Tides LLC", "2021-03", NOW),
            ("Senior Engineer", "Ambergate Analytics", "2017-06", "2021-02"),
        ],
    ),
    "every job one bullet": (
        """
        Ada Quist
        Experience
        • 2019 - 2022: Backend Developer, Marrow & Vine
        • 2016 - 2019: Support Engineer, Dockside Telecom
        """,
        [
            ("Backend Developer", "Marrow & Vine", "2019", "2022"),
            ("Support Engineer", "Dockside Telecom", "2016", "2019"),
        ],
    ),
    "no dates at all": (
        """
        Kit Farrow
        Experience
        Production Assistant
        Little Opera Company
        - Built sets.
        Sales Associate
        Drumlin Music LLC
        - Sold drums.
        """,
        [
            ("Production Assistant", "Little Opera Company", None, None),
            ("Sales Associate", "Drumlin Music LLC", None, None),
        ],
    ),
    "no headings at all": (
        """
        Rosa Lindt
        Backend developer
        rosa@example.com

        Backend developer with five years in logistics.

        Backend Developer, Hafenwerk GmbH, 2020 - present
        - Java and Spring.
        Developer, Postwagen AG, 2018 - 2020
        - PHP.
        """,
        [
            ("Backend Developer", "Hafenwerk GmbH", "2020", NOW),
            ("Developer", "Postwagen AG", "2018", "2020"),
        ],
    ),
    "dates in brackets": (
        """
        Elif Demir
        WORK
        Back-end developer, Bisiklet Atlas (2023-06 - present)
        Node.js services for the route planner.
        Junior developer, Kule Web (2022-09 - 2023-05)
        Express back ends for small shops.
        """,
        [
            ("Back-end developer", "Bisiklet Atlas", "2023-06", NOW),
            ("Junior developer", "Kule Web", "2022-09", "2023-05"),
        ],
    ),
    "in instead of at": (
        """
        Linh Pham
        Experiences
        2021 – today: Senior backend developer in Lotusgrove, Hanoi
        - Microservices.
        2018 – 2021: Backend developer in Delta Pay
        - MySQL.
        """,
        [
            ("Senior backend developer", "Lotusgrove", "2021", NOW),
            ("Backend developer", "Delta Pay", "2018", "2021"),
        ],
    ),
    "title, company and team by dots": (
        """
        Theo Marsh
        EXPERIENCE
        Founder & CEO · Latchkey Labs, Austin, TX · Executive Team
        03/2022 - Present
        • Raised money.
        Senior Staff Engineer · Corvid Systems, Denver, CO · Platform Team
        01/2019 - 02/2022
        • Mesh.
        """,
        [
            ("Founder & CEO", "Latchkey Labs", "2022-03", NOW),
            ("Senior Staff Engineer", "Corvid Systems", "2019-01", "2022-02"),
        ],
    ),
    "a department behind the employer": (
        """
        Jo Avery
        EXPERIENCE
        Ridge Valley University — Service Desk — Columbus, Ohio   Jan 2023 - May 2024
        Data Analyst
        • Tickets.
        Brightwave LLC — Remote, USA   Jul 2024 - Present
        Data Analyst Intern
        • Metrics.
        """,
        [
            ("Data Analyst", "Ridge Valley University — Service Desk", "2023-01", "2024-05"),
            ("Data Analyst Intern", "Brightwave LLC", "2024-07", NOW),
        ],
    ),
    "full-time and other words that are no names": (
        """
        Paulo Reis
        Experience
        Backend Engineer | Full-time | Remote
        Sardinha Tech
        Oct 2021 – Present
        - Elixir.
        Software Developer | Contract
        Câmara Digital
        Jan 2020 – Sep 2021
        - Ruby.
        """,
        [
            ("Backend Engineer", "Sardinha Tech", "2021-10", NOW),
            ("Software Developer", "Câmara Digital", "2020-01", "2021-09"),
        ],
    ),
    "a manager's titles": (
        """
        Greta Holm
        Employment
        VP of Engineering
        Silverbirch Logistics
        2021 – present
        - Forty engineers.
        Head of Development
        Kestrel & Co
        2016 – 2021
        - Twelve engineers.
        Director, Platform Engineering
        Ostrava Steel
        2012 – 2016
        - .NET.
        """,
        [
            ("VP of Engineering", "Silverbirch Logistics", "2021", NOW),
            ("Head of Development", "Kestrel & Co", "2016", "2021"),
            ("Director, Platform Engineering", "Ostrava Steel", "2012", "2016"),
        ],
    ),
    "a gap told as a line": (
        """
        Nils Ek
        Experience
        Rust Engineer, Polarlight, Jan 2023 - present
        - Parsers.
        Parental leave, 2022
        C++ Developer, Hammarby Audio, Feb 2017 - Dec 2021
        - Codecs.
        """,
        [
            ("Rust Engineer", "Polarlight", "2023-01", NOW),
            ("C++ Developer", "Hammarby Audio", "2017-02", "2021-12"),
        ],
    ),
    "month names in capitals": (
        """
        IRIS KOLAR
        EXPERIENCE
        STUDIO MANAGER
        TWELVE PINES YOGA
        SEPT 2018 – AUG 2021
        - RAN IT.
        """,
        [("STUDIO MANAGER", "TWELVE PINES YOGA", "2018-09", "2021-08")],
    ),
    "the employer with Inc. behind a comma": (
        """
        Max Ober
        Experience
        Software Engineer, Harrier, Inc., San Diego, CA, May 2019 - June 2021
        - C#.
        Software Engineer, Bluefin, LLC, San Diego, CA, May 2016 - April 2019
        - C#.
        """,
        [
            ("Software Engineer", "Harrier, Inc.", "2019-05", "2021-06"),
            ("Software Engineer", "Bluefin, LLC", "2016-05", "2019-04"),
        ],
    ),
    "a line about the employer between head and bullets": (
        """
        Yara Haddou
        Experience
        Staff Engineer, Dune Mobility
        January 2022 – Present
        Ride sharing for islands.
        - Go.
        Engineer, Palm Reader
        May 2019 – January 2022
        E-books.
        - Go.
        """,
        [
            ("Staff Engineer", "Dune Mobility", "2022-01", NOW),
            ("Engineer", "Palm Reader", "2019-05", "2022-01"),
        ],
    ),
    "Markdown": (
        """
        # Cleo Baptiste
        ## Experience
        ### Backend Engineer, Moonrake
        *January 2022 – Present*, Lyon, France
        - **Built** the API.
        ### Developer, Sablier SA
        *May 2019 – December 2021*, Lyon, France
        - Kept it up.
        """,
        [
            ("Backend Engineer", "Moonrake", "2022-01", NOW),
            ("Developer", "Sablier SA", "2019-05", "2021-12"),
        ],
    ),
    "ISO dates with days": (
        """
        Ben Oduya
        Experience
        2019-03-01 - 2021-04-30
        Database Administrator
        Cranefield Council
        - Oracle.
        """,
        [("Database Administrator", "Cranefield Council", "2019-03", "2021-04")],
    ),
    "a title nobody has listed, told by its neighbours": (
        """
        Mina Sato
        Experience
        Software Engineer
        Tanuki Games
        2021 - 2023
        - Unity.
        Imagineer
        Maple Parks
        2019 - 2021
        - Rides.
        Wizard of Light Bulb Moments
        Glowworm
        2017 - 2019
        - Ideas.
        """,
        [
            ("Software Engineer", "Tanuki Games", "2021", "2023"),
            ("Imagineer", "Maple Parks", "2019", "2021"),
            ("Wizard of Light Bulb Moments", "Glowworm", "2017", "2019"),
        ],
    ),
    "two sections of experience": (
        """
        Joss Reed
        Relevant Experience
        Backend Intern, Cobalt Maps, Jun 2025 - Sep 2025
        - Go.
        Education
        BSc Computing, Marsh University, 2022 - 2025
        Other Experience
        Barista, Bean & Leaf, 2021 - 2024
        - Coffee.
        """,
        [
            ("Backend Intern", "Cobalt Maps", "2025-06", "2025-09"),
            ("Barista", "Bean & Leaf", "2021", "2024"),
        ],
    ),
    "the army": (
        """
        Cal Brody
        Experience
        Signals Sergeant
        British Army
        2008 – 2014
        - Radios.
        """,
        [("Signals Sergeant", "British Army", "2008", "2014")],
    ),
}


@pytest.mark.parametrize("name", RESUMES)
def test_jobs_are_read_in_every_layout(name: str, taxonomy: Taxonomy) -> None:
    text, expected = RESUMES[name]

    assert rows(positions_of(document_of(text), taxonomy)) == expected


def test_an_employer_behind_the_body_leaves_the_body_out_of_the_head(taxonomy: Taxonomy) -> None:
    document = document_of(
        "Mara Okafor\nExperience\n"
        "Dates: 03/2019 - 02/2022\nOccupation or position held: Backend Developer\n- Wrote services in Go.\n"
        "Name of employer: Tern\nDates: 01/2017 - 02/2019\nOccupation or position held: Junior Developer\n"
        "- Fixed bugs in PHP.\nName of employer: Pinecrest\n"
    )
    found = positions_of(document, taxonomy)
    assert [row[:2] for row in rows(found)] == [("Backend Developer", "Tern"), ("Junior Developer", "Pinecrest")]
    assert "services" not in document.quote(found[0].head)
    assert "services" in document.quote(found[0].span)
