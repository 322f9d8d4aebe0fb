"""Web pages."""

from __future__ import annotations

import pytest

from matcher.parsing.html import decode_html, html_runs, read_html


def _lines(text: str) -> list[str]:
    return [" ".join(run.text.split()) for run in html_runs(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<h1>Backend\n Engineer</h1><p>We <b>build</b> things.</p>", ["Backend Engineer", "We build things."]),
        ("<ul><li>Go<li>Rust</ul>", ["• Go", "• Rust"]),
        ("<ul><li><p>Go</p></li></ul>", ["• Go"]),
        ("<ul><li></li></ul>after", ["after"]),
        ("a<br>b<br/>c", ["a", "b", "c"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<table><tr><td>Java</td><td>5 years</td></tr></table>", ["Java 5 years"]),
        ("<head><title>x</title></head><body>y</body>", ["y"]),
        ("<script>var a = '<p>no</p>'</script><style>p {}</style>yes", ["yes"]),
        ("<nav>Home</nav><button>Apply</button><select><option>1</select>yes", ["yes"]),
        ("R&amp;D &#8211; C&#43;&#43; &lt;3", ["R&D – C++ <3"]),
        ("<pre>a\n  b</pre>", ["a", "b"]),
        ("<p>unclosed <b>bold <i>both</p><p>next", ["unclosed bold both", "next"]),
        ("a <!-- comment --> b", ["a b"]),
        ("plain words", ["plain words"]),
        ("<![if !supportLists]>a<![endif]> b", ["a b"]),
        ("<p>a<![odd thing]><p>b", ["a", "b"]),
        ("a <![ <b>b</b>", ["a b"]),
        ("</div></p>odd", ["odd"]),
        ("<svg><text>no</text></svg>yes", ["yes"]),
    ],
)
def test_the_text_is_what_a_browser_shows(text: str, expected: list[str]) -> None:
    assert _lines(text) == expected


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden",
        'style="display:none"',
        'style="DISPLAY : none !important"',
        'style="visibility:hidden"',
        'style="opacity:0"',
        'style="font-size:0"',
        'style="font-size:1px"',
        'style="color:#fff"',
        'style="color:white"',
        'style="color:#102030;background:#102030"',
    ],
)
def test_hidden_text_is_kept_apart(attributes: str) -> None:
    runs, hidden = html_runs(f"<p>seen</p><div {attributes}>gh<div>o</div>st</div><p>seen</p>")

    assert [run.text for run in runs] == ["seen", "seen"]
    assert "".join(found.text for found in hidden) == "ghost"


@pytest.mark.parametrize(
    "attributes",
    ['style="color:#666"', 'style="color:#fff;background-color:#003"', 'style="opacity:0.9"', 'style="font-size:12px"'],
)
def test_visible_text_is_read(attributes: str) -> None:
    assert _lines(f"<p {attributes}>seen</p>") == ["seen"]


def test_headings_are_bold() -> None:
    runs, _ = html_runs("<h2>Requirements</h2><p>Go</p><p><strong>Nice to have</strong></p>")

    assert [run.text for run in runs if run.bold] == ["Requirements", "Nice to have"]


def test_the_page_tells_its_encoding() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'

    assert decode_html(page.encode("iso-8859-2")).text == page
    assert decode_html(b'<meta charset="odd"><p>x').text.endswith("x")
    assert decode_html(b'<meta charset="base64"><p>x').text.endswith("x")


def test_hidden_words_are_told() -> None:
    assert [warning.code for warning in read_html(b"<p hidden>Fortran</p>x").warnings] == ["hidden_text"]
