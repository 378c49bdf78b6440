//! What axe leaves to a person to judge, and what was found when somebody looked.

/// Something that axe cannot tell.
pub(super) struct Reviewed {
    /// What axe calls the rule.
    pub(super) rule: &'static str,
    /// Fits the elements.
    pub(super) css: &'static str,
    /// Why nothing is wrong with them.
    pub(super) why: &'static str,
}

/// That axe has nothing to say of what is not on the screen.
const ELSEWHERE: &str = "it is shown at another width or in another order, where axe looks at it";

/// All of it.
pub(super) const REVIEWED: &[Reviewed] = &[
    Reviewed {
        rule: "hidden-content",
        css: ".comparison tr, .comparison tbody",
        why: "a filter leaves it out, and axe looks at it without one",
    },
    Reviewed {
        rule: "aria-required-children",
        css: "#search-hits",
        why: "a list in which nothing was found is empty, and the status beside it says so",
    },
    Reviewed {
        rule: "color-contrast-enhanced",
        css: ".moment-number",
        why: "the number of the chosen moment has the accent's 4.5 to one; its title beside it is ink",
    },
    Reviewed {
        rule: "color-contrast",
        css: ".comparison *, .moment-panel *",
        why: "a list that was opened, or the staff, lies beside or over it; the contrast of its colours is reckoned",
    },
    Reviewed { rule: "hidden-content", css: "dialog", why: "it is opened by a button, and axe looks at it open" },
    Reviewed {
        rule: "hidden-content",
        css: ".sleeve, .sleeve-side, .upright, .upright-discs, .upright-staff, .for-wide, .for-upright, .closed-bar, .score, \
              .panel-close, .panel-place, .report > span, .review-outline",
        why: ELSEWHERE,
    },
    Reviewed {
        rule: "hidden-content",
        css: "[data-share]",
        why: "it is offered where the browser can share, and is a button like its neighbours",
    },
    Reviewed {
        rule: "color-contrast",
        css: ".sleeve-line, .sleeve-line *, .sleeve-title",
        why: "the lines of the staff run behind the sleeve, below these words; the contrast of the sleeve is reckoned",
    },
    Reviewed {
        rule: "color-contrast",
        css: ".initials, .score text, .upright-staff text, .upright-discs text, .upright text",
        why: "it stands in a picture whose list says the same in words; the contrast of its colours is reckoned",
    },
    Reviewed {
        rule: "color-contrast",
        css: ".jumps a, .jumps .count",
        why: "the line of parts scrolls, and axe does not see past its end; the contrast of links is reckoned",
    },
    Reviewed {
        rule: "identical-links-same-purpose",
        css: ".beside .text-number a",
        why: "paragraphs are numbered in each column; whose they are stands at the head of the column",
    },
    Reviewed {
        rule: "color-contrast",
        css: "kbd",
        why: "arrows, which axe does not take for words; they are ink on a dialog's ground",
    },
    Reviewed { rule: "color-contrast-enhanced", css: "kbd", why: "the same" },
    Reviewed {
        rule: "color-contrast-enhanced",
        css: ".review-number, .review-number *",
        why: "a number of one letter on its disc, of 4.5 to one, which AA asks; the review is named beside it",
    },
    Reviewed {
        rule: "identical-links-same-purpose",
        css: ".locator, .covered, .report, .passage, .compare-with > .pill, .digests-more > a",
        why: "links of one name lead to one page; they differ in what is marked there, which the words round them say",
    },
    Reviewed {
        rule: "th-has-data-cells",
        css: ".comparison",
        why: "the heads of groups span their rows, as `scope=rowgroup` says; the tree that is read out is tested",
    },
];
