"""More whole resumes, all made up: forms, separators, languages, and firms whose names look like titles."""

from __future__ import annotations

from tests.evidence.whole_resumes import NOW, Whole

__all__ = ["LAYOUTS"]

LAYOUTS: dict[str, Whole] = {
    "a table in Markdown": Whole(
        """
# Ines Vallabriga

ines@example.es | +34 600 555 019

## Experience

| Period | Employer | Role |
|---|---|---|
| 03/2020 - present | Faro Datos, S.L. | Backend Engineer |
| 09/2016 - 02/2020 | Olivo y Mar, S.A. | Analyst Programmer |

## Skills
Go, Python
""",
        (
            ("Backend Engineer", "Faro Datos, S.L.", "2020-03", NOW),
            ("Analyst Programmer", "Olivo y Mar, S.A.", "2016-09", "2020-02"),
        ),
    ),
    "dashes between all parts, firms that look like titles": Whole(
        """
Petr Vondra
petr@example.cz

Experience
----------
**Lead Engineer** - Coach & Harper, a.s. - Brno - 2019-05 - now
- Built it.

**Developer** - Manager Tools s.r.o. - Praha - 2015-02 - 2019-04
- Ran it.
""",
        (
            ("Lead Engineer", "Coach & Harper, a.s.", "2019-05", NOW),
            ("Developer", "Manager Tools s.r.o.", "2015-02", "2019-04"),
        ),
    ),
    "a form with from and to on lines of their own": Whole(
        """
Lena Aurich
lena@example.de

Work history
Employer: Director Systems GmbH
Position: Team Lead, Platform
From: 04/2018
To: present
- Runs the platform.

Employer: Aurich & Partner KG
Position: Software Engineer
From: 01/2014
To: 03/2018
- Wrote Java.
""",
        (
            ("Team Lead, Platform", "Director Systems GmbH", "2018-04", NOW),
            ("Software Engineer", "Aurich & Partner KG", "2014-01", "2018-03"),
        ),
    ),
    "three titles below one employer, a grade behind a comma": Whole(
        """
Ola Brekke
ola@example.no

EXPERIENCE
Fjordlys AS, Bergen                     Jan 2015 - present
  Principal Engineer                    Mar 2020 - present
  - Leads nine people.
  Senior Engineer                       Jan 2017 - Feb 2020
  - Wrote Kotlin.
  Engineer, Grade II                    Jan 2015 - Dec 2016
  - Wrote Java.
""",
        (
            ("Principal Engineer", "Fjordlys AS", "2020-03", NOW),
            ("Senior Engineer", "Fjordlys AS", "2017-01", "2020-02"),
            ("Engineer, Grade II", "Fjordlys AS", "2015-01", "2016-12"),
        ),
    ),
    "title at employer, middle dots": Whole(
        """
Maud Kessler
maud@example.ch

Experience
Site Reliability Engineer (contract) at Principal Analytics AG · Zürich · since 02/2022
- Runs it.
QA/Test Engineer at Lumen Supervisors Ltd · Leeds · 06/2018 – 01/2022
- Tested it.
""",
        (
            ("Site Reliability Engineer (contract)", "Principal Analytics AG", "2022-02", NOW),
            ("QA/Test Engineer", "Lumen Supervisors Ltd", "2018-06", "2022-01"),
        ),
    ),
    "Polish, bars, employer first": Whole(
        """
Bartek Zych
bartek@example.pl

Doświadczenie
Usługi Programista Sp. z o.o. | Backend Developer | Kraków | maj 2021 – obecnie
- Pisze w Go.
Zych i Synowie sp.j. | Młodszy programista | Tarnów | wrz 2017 – kwi 2021
- PHP.
""",
        (
            ("Backend Developer", "Usługi Programista Sp. z o.o.", "2021-05", NOW),
            ("Młodszy programista", "Zych i Synowie sp.j.", "2017-09", "2021-04"),
        ),
    ),
    "titles outside the trade, with a band and an ampersand": Whole(
        """
Gwen Morcant
gwen@example.co.uk

Employment
2021 - present    Software Developer, Brecon Freight plc
- Writes C#.
2016 - 2021       Deputy Manager (Food & Beverage), The Head Chef Company
- Led 12.
2012 - 2016       Healthcare Assistant, Band 3, Powys Teaching Health Board
- Cared.
""",
        (
            ("Software Developer", "Brecon Freight plc", "2021", NOW),
            ("Deputy Manager (Food & Beverage)", "The Head Chef Company", "2016", "2021"),
            ("Healthcare Assistant, Band 3", "Powys Teaching Health Board", "2012", "2016"),
        ),
    ),
    "dates between employer and title": Whole(
        """
Haruka Senda
haruka@example.jp

Experience
Kumori Networks KK
2020/04 - present
Platform Engineer
Runs Kubernetes.

Architect Studio Co., Ltd.
2016/04 - 2020/03
Systems Engineer
Ran servers.
""",
        (
            ("Platform Engineer", "Kumori Networks KK", "2020-04", NOW),
            ("Systems Engineer", "Architect Studio Co., Ltd.", "2016-04", "2020-03"),
        ),
    ),
    "a team behind the title, a department behind the employer": Whole(
        """
Femi Adebayo
femi@example.ng

Experience
Senior Software Engineer, Payments Team
Kobo Ledger Pvt. Ltd. - Card Issuing
Jul 2021 - Present
- Go.

Software Engineer
Kobo Ledger Pvt. Ltd. - Core Banking
Feb 2018 - Jun 2021
- Java.
""",
        (
            ("Senior Software Engineer, Payments Team", "Kobo Ledger Pvt. Ltd.", "2021-07", NOW),
            ("Software Engineer", "Kobo Ledger Pvt. Ltd.", "2018-02", "2021-06"),
        ),
    ),
    "pasted from a profile page": Whole(
        """
Tuva Lind
Backend developer

Experience

Senior Developer
Nattljus AB · Full-time
Jan 2022 - Present · 4 yrs 11 mos
Göteborg, Västra Götaland, Sweden · Hybrid
Wrote Rust.

Developer
Editor & Friends Oy · Contract
Aug 2019 - Dec 2021 · 2 yrs 5 mos
Helsinki, Finland
Wrote Go.
""",
        (
            ("Senior Developer", "Nattljus AB", "2022-01", NOW),
            ("Developer", "Editor & Friends Oy", "2019-08", "2021-12"),
        ),
    ),
    "Dutch, indented": Whole(
        """
Joost Terpstra
joost@example.nl

Werkervaring
Backend developer
  Consultant Collectief B.V., Utrecht
  maart 2020 - heden
  Bouwt diensten in Java.
Junior programmeur
  Gemeente Zeewolde
  mei 2016 - februari 2020
  Onderhield PHP.
""",
        (
            ("Backend developer", "Consultant Collectief B.V.", "2020-03", NOW),
            ("Junior programmeur", "Gemeente Zeewolde", "2016-05", "2020-02"),
        ),
    ),
    "a slash between two titles, Portuguese months": Whole(
        """
Rosa Pinheiro
rosa@example.pt

Experiência
Tech Lead / Architect @ Mar & Sal, Lda. (Porto) - jan 2021 - presente
- Kotlin.
R&D Engineer @ Secretary Systems S.A. (Braga) - set. 2017 - dez 2020
- Java.
""",
        (
            ("Tech Lead / Architect", "Mar & Sal, Lda.", "2021-01", NOW),
            ("R&D Engineer", "Secretary Systems S.A.", "2017-09", "2020-12"),
        ),
    ),
}
