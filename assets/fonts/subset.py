"""Makes the faces beside this file, and the rules of ../styles/fonts.css.

    pip install fonttools brotli
    npm pack @fontsource-variable/fraunces @fontsource-variable/instrument-sans    (5.3.0)
    tar xzf fontsource-variable-fraunces-5.3.0.tgz --one-top-level=fraunces-5.3.0
    tar xzf fontsource-variable-instrument-sans-5.3.0.tgz --one-top-level=instrument-sans-5.3.0
    python3 subset.py fraunces-5.3.0 instrument-sans-5.3.0 > ../styles/fonts.css

Fraunces keeps weights 400 to 700 at optical size 24 (sturdy enough for a row's title, fine enough
for the hero), without its soft and wonky axes; its italic is one weight of letters, for the sleeve.
Instrument Sans keeps all its weights. Both keep Latin-1 and common punctuation, as far as the
faces draw it: neither has the arrows to the left and right, nor the star.

A stand-in is a face of the reader's system, stretched to the width of ours on SAMPLE and given its
ascent and descent, so that nothing moves when ours arrives.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "ıŒœ–—‘’‚“”„•…‹›−′″←↑→↓★№\u2011\u202f")]
LETTERS = [*range(0x41, 0x5B), *range(0x61, 0x7B), *map(ord, " ,.’&-")]
SAMPLE = (
    "Two friends of about twenty years share a home for a fortnight to write a love song. "
    "The reviewers watched it. Here is where they agree, where they differ, and what each one "
    "alone noticed: 19 years for three, about 20 for two."
)

# Faces that readers have: their mean advance on SAMPLE in thousandths of an em, the names they go by.
SERIFS = {
    "Georgia": [(438, ["Georgia"])],
    "Times": [(399, ["Times New Roman", "Liberation Serif", "Tinos"])],
    "Noto Serif": [(472, ["Noto Serif"])],
    "DejaVu Serif": [(510, ["DejaVu Serif"])],
}
SANS = {
    "Arial": [
        (440, ["Arial", "Liberation Sans", "Arimo", "Helvetica"]),
        (471, ["Arial Bold", "Liberation Sans Bold", "Arimo Bold", "Helvetica Bold"]),
    ],
    "Roboto": [(439, ["Roboto"]), (446, ["Roboto Bold"])],
    "DejaVu Sans": [(504, ["DejaVu Sans"]), (569, ["DejaVu Sans Bold"])],
}
# The weights that a stand-in's regular and bold answer for.
RANGES = ["400 500", "501 700"]


def make(source, axes, letters, target):
    """One face, cut to `axes` and `letters`."""
    font = TTFont(source)
    options = subset.Options(flavor="woff2", layout_features=["kern", "liga", "tnum"], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], hinting=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, axes)
    subset.save_font(font, HERE / target, options)
    print(target, (HERE / target).stat().st_size, "bytes", file=sys.stderr)


def face(family, target, weights, style="normal"):
    """The rule that loads one of our faces."""
    return (
        f'@font-face {{\n  font-family: "{family}";\n  src: url("../fonts/{target}") format("woff2");\n'
        f"  font-weight: {weights};\n  font-style: {style};\n  font-display: optional;\n}}\n"
    )


def stand_ins(family, target, weights, systems):
    """The rules that stretch the system's faces to ours, at the weights each is used at."""
    ours = TTFont(HERE / target)
    em, ascent, descent = ours["head"].unitsPerEm, ours["hhea"].ascent, -ours["hhea"].descent
    means = []
    for weight in weights:
        font = instancer.instantiateVariableFont(TTFont(HERE / target), {"wght": weight})
        names, advances = font.getBestCmap(), font["hmtx"]
        means.append(sum(advances[names[ord(c)]][0] for c in SAMPLE) * 1000 / len(SAMPLE) / em)
    for system, cuts in systems.items():
        for (theirs, names), mean, span in zip(cuts, means, RANGES):
            stretch = mean / theirs
            weight = f"  font-weight: {span};\n" if len(cuts) > 1 else "  font-weight: 400 700;\n"
            sources = ", ".join(f'local("{name}")' for name in names)
            yield (
                f'@font-face {{\n  font-family: "{family} {system}";\n  src: {sources};\n{weight}'
                f"  size-adjust: {stretch:.1%};\n  ascent-override: {ascent / em / stretch:.1%};\n"
                f"  descent-override: {descent / em / stretch:.1%};\n  line-gap-override: 0%;\n}}\n"
            )


def main(fraunces, instrument):
    serif, italic, sans = "fraunces/fraunces.woff2", "fraunces/fraunces-italic.woff2", "instrument-sans/instrument-sans.woff2"
    cut = {"opsz": 24, "SOFT": 0, "WONK": 0}
    make(Path(fraunces, "package/files/fraunces-latin-full-normal.woff2"), {**cut, "wght": (400, 560, 700)}, LATIN, serif)
    make(Path(fraunces, "package/files/fraunces-latin-full-italic.woff2"), {**cut, "wght": 400}, LETTERS, italic)
    make(Path(instrument, "package/files/instrument-sans-latin-wght-normal.woff2"), {}, LATIN, sans)

    print("/*\n   Faces: ours, then the system's own, stretched to stand in until ours arrive.\n   Written by ../fonts/subset.py.\n*/\n")
    print(face("Fraunces", serif, "400 700"))
    print(face("Fraunces", italic, "400", "italic"))
    print(face("Instrument Sans", sans, "400 700"))
    print("\n".join([*stand_ins("Fraunces", serif, [560], SERIFS), *stand_ins("Instrument Sans", sans, [400, 600], SANS)]), end="")


if __name__ == "__main__":
    main(*sys.argv[1:])
