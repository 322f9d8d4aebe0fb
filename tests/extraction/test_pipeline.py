"""The registered components and what they cost to build."""

from __future__ import annotations

from spacy.tokens.underscore import Underscore

from matcher.extraction.pipeline import build_pipeline
from matcher.taxonomy.index import Taxonomy


def test_the_components_run_in_the_order_of_the_story(tiny: Taxonomy) -> None:
    assert build_pipeline(tiny).pipe_names == [
        "matcher_phrases",
        "matcher_ambiguity",
        "matcher_spelling",
        "matcher_versions",
        "matcher_assertion",
        "matcher_unrecognised",
    ]


def test_settings_stand_in_the_pipelines_configuration(tiny: Taxonomy) -> None:
    settings = build_pipeline(tiny).get_pipe_meta("matcher_spelling").default_config

    assert settings["shortest"] == 5


def test_no_global_extension_is_left_behind(tiny: Taxonomy) -> None:
    build_pipeline(tiny)

    assert Underscore.doc_extensions == {}
    assert Underscore.span_extensions == {}
    assert Underscore.token_extensions == {}
