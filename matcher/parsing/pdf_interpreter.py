"""Runs the content streams of a page and keeps what pdfminer forgets: clipping, opacity, layers and render mode."""

# ruff: noqa: N802 - operators are methods named after them, as pdfminer has it
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream, dict_value, resolve1, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, PSLiteral, keyword_name
from pdfminer.utils import MATRIX_IDENTITY

from matcher.parsing.pdf_areas import AreaPainter
from matcher.parsing.pdf_geometry import Matrix, multiply
from matcher.parsing.pdf_glyphs import GlyphDevice, Ink, is_bold
from matcher.parsing.pdf_layers import is_layer_off
from matcher.parsing.pdf_masks import mask_of
from matcher.parsing.pdf_state import DrawingState, form_frame, ink_of, take_parameters
from matcher.parsing.pdf_streams import GuardedStream

__all__ = ["PageInterpreter"]

# Letters that are filled with nothing look like those of the mode that draws none.
_BLANK_MODE = 3


class PageInterpreter(AreaPainter):
    """Draws pages on a ``GlyphDevice``; ``off_layers`` are the object ids of layers that are switched off.

    ``start`` is the matrix from the user space of a page to the page as it is turned.
    """

    def __init__(self, resources: Any, device: GlyphDevice, off_layers: frozenset[int] = frozenset()) -> None:
        super().__init__(resources, device)
        self.off_layers = off_layers
        self._bold: dict[int, bool] = {}
        self._operators: dict[str, tuple[Callable[..., None], int] | None] = {}
        self._marks: list[bool] = []
        self._ink: tuple[Any, Ink] | None = None
        self.started_off = False
        self.start = MATRIX_IDENTITY

    def dup(self) -> PageInterpreter:
        """Return an interpreter for a form object drawn by this one."""
        other = PageInterpreter(self.rsrcmgr, self.device, self.off_layers)
        other.started_off = self.layer_off
        return other

    @property
    def layer_off(self) -> bool:
        """Tell whether what is drawn now belongs to a layer that is switched off."""
        return self.started_off or any(self._marks)

    def init_state(self, ctm: Matrix) -> None:
        """Start with a fresh graphics state."""
        super().init_state(ctm)
        self.graphicstate = DrawingState()
        self._marks = []
        self.text_clip = -1
        self.start = ctm

    def execute(self, streams: Sequence[object]) -> None:
        """Run content streams operator by operator; a stream that draws itself again is left out."""
        self.stream_ids.clear()
        runnable: list[PDFStream] = []
        for item in streams:
            stream = stream_value(item)
            if stream.objid is not None and stream.objid in self.parent_stream_ids:
                continue
            # Open brackets cost as much as operators and never reach them.
            self.device.budget.check_operators(stream.get_data().count(b"["))
            self.device.cut |= isinstance(stream, GuardedStream) and (stream.cut or stream.pictured)
            runnable.append(stream)
            if stream.objid is not None:
                self.stream_ids.add(stream.objid)
        if not runnable:
            return
        parser = PDFContentParser(runnable)
        budget = self.device.budget
        operators = self._operators
        count = 0
        while True:
            try:
                _, token = parser.nextobject()
            except PSEOF:
                break
            if not isinstance(token, PSKeyword):
                self.argstack.append(token)
                continue
            count += 1
            if count >= 256:
                budget.spend_operators(count)
                count = 0
            name = keyword_name(token)
            known = operators[name] if name in operators else self._find_operator(str(name))
            if known is None:
                continue
            method, needs = known
            if needs:
                arguments = self.argstack[-needs:]
                del self.argstack[-needs:]
                if len(arguments) == needs:
                    method(*arguments)
            else:
                method()
        budget.spend_operators(count)

    def _find_operator(self, name: str) -> tuple[Callable[..., None], int] | None:
        plain = name.replace("*", "_a").replace('"', "_w").replace("'", "_q")
        method = getattr(self, f"do_{plain}", None)
        found = (method, method.__code__.co_argcount - 1) if method is not None else None
        self._operators[name] = found
        return found

    def do_TJ(self, seq: Any) -> None:
        """Show text."""
        font = self.textstate.font
        if font is not None and isinstance(seq, list):
            if self.textstate.render == 7 and self.text_clip < 0:
                self.text_clip = len(self.device.glyphs)
            self.device.show(self.textstate, seq, self.ctm, self._current_ink(font))

    def _current_ink(self, font: PDFFont) -> Ink:
        state = self.graphicstate
        key = (
            id(font),
            self.textstate.render,
            state.ncolor,
            state.ncs.name,
            (state.scolor, state.scs.name, id(state.spot)),
            (state.opacity, state.pen_alpha, state.modes, state.masks),
            state.clip,
            self.layer_off,
        )
        if self._ink is None or self._ink[0] != key:
            bold = self._bold.get(id(font))
            if bold is None:
                bold = self._bold[id(font)] = is_bold(font)
            colour, blank = self.paint_colour()
            render = _BLANK_MODE if blank else self.textstate.render
            self._ink = (key, ink_of(state, render, colour, layer_on=not key[-1], bold=bold))
        return self._ink[1]

    def do_Do(self, xobjid_arg: Any) -> None:
        """Draw a form, clipped to its box, or an image."""
        xobject = stream_value(self.xobjmap.get(xobjid_arg.name)) if isinstance(xobjid_arg, PSLiteral) else None
        if xobject is None:
            return
        subtype = getattr(resolve1(xobject.get("Subtype")), "name", None)
        if subtype == "Image":
            self.add_image(xobject)
        elif subtype == "Form" and "BBox" in xobject:
            self.device.budget.spend_form()
            self._draw_form(xobject)

    def _draw_form(self, form: PDFStream) -> None:
        frame = form_frame(form, self.ctm, self.graphicstate.clip)
        if frame is None:
            return
        inner = self.dup()
        inner.parent_stream_ids.update(self.parent_stream_ids | self.stream_ids)
        inner.started_off |= self.is_off(form.get("OC"))
        inner.init_resources(dict_value(form.get("Resources")) or self.resources)
        inner.init_state(frame[0])
        # A form starts with its caller's graphics state: opacity and colour count inside it too.
        inner.graphicstate = self.graphicstate.inside(form)
        inner.graphicstate.clip = frame[1]
        inner.textstate.render = self.textstate.render
        inner.execute([form])
        self.device.set_ctm(self.ctm)

    def do_EI(self, obj: Any) -> None:
        """Draw an inline image."""
        self.add_image(obj)

    def draw_on_top(self, form: PDFStream, matrix: Matrix, layer: Any) -> None:
        """Draw a form in a place of the page that was drawn last; ``layer`` is the one it belongs to, if any."""
        self.init_state(self.start)
        self.ctm = multiply(matrix, self.start)
        if not self.is_off(layer):
            self.device.budget.spend_form()
            self._draw_form(form)

    def do_gs(self, name: Any) -> None:
        """Take fill opacity from a parameter dictionary."""
        parameters = dict_value(dict_value(self.resources.get("ExtGState")).get(getattr(name, "name", None)))
        take_parameters(self.graphicstate, parameters)
        if "SMask" in parameters:
            self.graphicstate.mask = mask_of(parameters["SMask"], self._aside())

    def _aside(self) -> Callable[[PDFStream], GlyphDevice]:
        """Return what draws a form by itself, in the space that is in force now."""
        ctm, resources, above = self.ctm, self.resources, self.parent_stream_ids | self.stream_ids

        def draw(form: PDFStream) -> GlyphDevice:
            device = GlyphDevice(self.rsrcmgr, self.device.budget)
            inner = PageInterpreter(self.rsrcmgr, device, self.off_layers)
            inner.init_resources(resources)
            inner.init_state(ctm)
            inner.parent_stream_ids.update(above)
            device.budget.spend_form()
            inner._draw_form(form)
            return device

        return draw

    def do_BMC(self, _tag: Any) -> None:
        """Begin marked content."""
        self._marks.append(False)

    def do_BDC(self, tag: Any, props: Any) -> None:
        """Begin marked content with properties, which may name a layer."""
        off = False
        if getattr(tag, "name", None) == "OC" and isinstance(props, PSLiteral):
            off = self.is_off(dict_value(self.resources.get("Properties")).get(props.name))
        self._marks.append(off)

    def do_EMC(self) -> None:
        """End marked content."""
        if self._marks:
            self._marks.pop()

    def is_off(self, layer: Any) -> bool:
        """Tell whether a layer is switched off."""
        return layer is not None and is_layer_off(layer, self.off_layers)
