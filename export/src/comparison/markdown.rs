//! The table as Markdown.

use super::said::said;
use super::{Compared, groups};
use crate::File;

/// The table as Markdown, with tables as GitHub and CommonMark's extensions have them: one under each group's heading.
/// Every character that Markdown could take for markup is escaped, and a line break is a `<br>`, so that a cell reads as
/// on the screen.
#[must_use]
pub fn markdown(compared: &Compared<'_>) -> File {
    let Compared { shown, reviews, .. } = compared;
    let comparison = compared.comparison();
    let edition = shown.edition();
    let mut text = format!(
        "# {}\n\n{} by {} reviews. Spoilers: {}. Edition {}, {}.\n",
        escaped(&shown.work().title),
        counted(comparison.shown()),
        reviews.len(),
        shown.dial().words(),
        escaped(&edition.version),
        escaped(&edition.licence),
    );
    for (group, rows) in groups(&comparison) {
        text += &format!("\n## {}\n\n", escaped(&group.name));
        let labels = reviews.iter().map(|review| escaped(&review.label));
        let head = ["Topic", "Status"].map(str::to_owned);
        line(&mut text, head.into_iter().chain(labels));
        line(&mut text, (0..reviews.len() + 2).map(|_| "---".to_owned()));
        for row in rows {
            let head = [escaped(&row.topic.title), row.status.words().to_owned()];
            let cells = (0..row.cells.len()).map(|place| escaped(&said(row, place).join("\n")));
            line(&mut text, head.into_iter().chain(cells));
        }
    }
    File::new(*shown, "compare.md", "text/markdown; charset=utf-8; variant=GFM", text)
}

fn counted(topics: usize) -> String {
    if topics == 1 { "1 topic".to_owned() } else { format!("{topics} topics") }
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for cell in cells {
        *text += "| ";
        *text += &cell;
        text.push(' ');
    }
    *text += "|\n";
}

/// The text so that Markdown shows it as it is. White space at either end of a line counts for nothing in a cell, so it
/// goes.
fn escaped(text: &str) -> String {
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.map(escaped_line).collect();
    lines.join("<br>")
}

fn escaped_line(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    for c in line.chars() {
        // The backslash first of all; then code, emphasis, links, HTML, entities, cells, strikethrough, headings, and what
        // GitHub takes for mathematics, an address, someone's name or a sign.
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '$' | '@' | ':') {
            escaped.push('\\');
        }
        escaped.push(if c.is_control() { ' ' } else { c });
    }
    escaped
}
