//! Citations as BibTeX, in biblatex's fields.

use std::fmt::Write as _;

use liner_notes_record::Shown;
use liner_notes_record::model::Review;

use super::kind;
use crate::File;
use crate::address::written;

/// The reviews as BibTeX: `@online` where the address is known, which that type requires, else `@misc`; the publisher
/// is the `organization`. Dates are biblatex's, as precise as known. Names and titles stand in two pairs of braces, so
/// that capitals stay, no name is parted and no `and` in one makes two of it.
#[must_use]
pub fn bibtex(shown: Shown<'_>, reviews: &[&Review]) -> File {
    let entries: Vec<String> = reviews.iter().map(|review| entry(shown, review)).collect();
    File::new(shown, &kind(reviews, "bib"), "application/x-bibtex; charset=utf-8", entries.join("\n"))
}

fn entry(shown: Shown<'_>, review: &Review) -> String {
    let text = |text: &String| format!("{{{}}}", escaped(text));
    let date = review.date.map(|date| {
        let (from, to) = (date.from(), date.to());
        if from == to { from.iso() } else { format!("{}/{}", from.iso(), to.iso()) }
    });
    let fields = [
        ("author", review.author.as_ref().map(text)),
        ("title", review.title.as_ref().map(text)),
        ("organization", review.publisher.as_ref().map(text)),
        ("date", date),
        ("url", review.address.as_deref().map(written)),
        ("note", Some(format!("Review of {{{}}}", escaped(&shown.work().title)))),
    ];
    let kind = if review.address.is_some() { "online" } else { "misc" };
    let mut entry = format!("@{kind}{{{},\n", review.id);
    for (name, value) in fields.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        // Writing to a text never fails.
        let _ = writeln!(entry, "  {name} = {{{value}}},");
    }
    entry + "}\n"
}

/// The text so that TeX sets it as it is. Braces become commands, because BibTeX counts even escaped ones; white space
/// of any kind is one space, as TeX has it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = None;
    for c in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).flat_map(spaced)
    {
        // Two of these in a row would be set as one other sign.
        if before == Some(c) && matches!(c, '-' | '`' | '\'' | ',' | '<' | '>')
            || c == '`' && matches!(before, Some('?' | '!'))
        {
            escaped.push_str("{}");
        }
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '#' | '$' | '%' | '&' | '_' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
        before = Some(c);
    }
    escaped.truncate(escaped.trim_end().len());
    escaped
}

/// The letters of a word and the space after it.
fn spaced(word: &str) -> impl Iterator<Item = char> {
    word.chars().chain([' '])
}
