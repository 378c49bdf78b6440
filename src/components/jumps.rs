//! The way to the parts of a long page.
//!
//! A part is named in the query, as every other choice is: a fragment would be an address of its own where addresses
//! stand after the `#`. So these are plain links, which can be copied and opened in a new tab; following one brings its
//! part [into view](crate::browser::page::show), as often as it is followed.

use liner_notes_record::questions::Section;
use yew::prelude::*;

use crate::address::{Address, Form, Query};
use crate::markup::html;

/// The key under which an address names a group.
pub(crate) const AT: &str = "at";

/// The id of a group's heading.
pub(crate) fn group_id(slug: &str) -> String {
    format!("group-{slug}")
}

/// The id of the heading that the address points at; where it names no group there is no such element.
pub(crate) fn sought_group(query: &Query) -> Option<String> {
    query.get(AT).map(group_id)
}

/// A link to each group with the number of its rows; nothing where there is only one.
pub(crate) fn group_jumps(form: &Form, page: &Address, sections: &[Section<'static>]) -> Html {
    let to_group = |section: &Section<'static>| {
        jump(form, &page.clone().with(AT, section.group.id.as_str()), &section.group.name, section.count())
    };
    jumps("Groups", sections.iter().map(to_group).collect())
}

/// A link to a part: a word for it, and a number.
pub(crate) fn jump(form: &Form, to: &Address, word: &'static str, number: usize) -> Html {
    let href = to.href(form);
    html! { <a key={href.clone()} {href}>{ word }{ " " }<span class="count">{ number }</span></a> }
}

/// The links; nothing where there is only one.
pub(crate) fn jumps(what: &'static str, links: Vec<Html>) -> Html {
    html! {
        if links.len() > 1 {
            <nav class="jumps" aria-label={what}>{ links }</nav>
        }
    }
}
