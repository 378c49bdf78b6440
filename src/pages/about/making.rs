//! How a record comes about.

use yew::prelude::*;

use crate::markup::html;

/// What is true of all of it.
pub(super) const LEAD: &str = "Nothing of the texts is inside. They stay with their publishers; a locator says where a \
                               passage stands and carries none of its words.";

/// The steps, in the order in which they are taken.
const STEPS: [(&str, &str); 4] = [
    ("Read", "Each review is read paragraph by paragraph, and then a second time for what the first one missed."),
    (
        "Entered",
        "What it states goes in as a fact, what it tells and thinks as a paraphrase. Every entry has its locator: the \
         paragraph, where in it the passage begins, how long it is. What is only implied is marked so; a mistake of \
         the text is noted and left as it stands.",
    ),
    (
        "Read again",
        "The texts are read once more, independently of the first reading, and what the two do not share is settled at \
         the passage itself.",
    ),
    (
        "Checked",
        "Every build refuses a wrong reference and a place past the end of its paragraph. Whoever has the texts can \
         hold the record against them with “cargo xtask audit”: every locator, and how often each name is spelled \
         which way.",
    ),
];

/// The steps.
pub(super) fn making() -> Html {
    html! {
        <ol class="steps">
            for (name, words) in STEPS {
                <li key={name}><h3>{ name }</h3><p>{ words }</p></li>
            }
        </ol>
    }
}
