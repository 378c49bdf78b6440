//! Compare's table as Markdown, read back with pulldown-cmark.

use liner_notes_export::comparison::{Compared, markdown};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::records::{all_shown, views};
use super::tables::{cell, on_screen};

/// What is read: headings with their level, paragraphs, and the rows of tables, names first.
#[derive(Debug, PartialEq)]
pub(crate) enum Block {
    Heading(usize, String),
    Paragraph(String),
    Row(Vec<String>),
}

/// Reads a text that must have nothing but headings, paragraphs, tables and line breaks.
#[track_caller]
pub(crate) fn read(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut words, mut cells) = (String::new(), Vec::new());
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH) {
        match event {
            Event::Start(
                Tag::Heading { .. } | Tag::Paragraph | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell,
            ) => {}
            Event::Text(text) => words += &text,
            Event::InlineHtml(html) if &*html == "<br>" => words.push('\n'),
            Event::End(TagEnd::TableCell) => cells.push(std::mem::take(&mut words)),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => blocks.push(Block::Row(std::mem::take(&mut cells))),
            Event::End(TagEnd::Heading(level)) => {
                blocks.push(Block::Heading(level as usize, std::mem::take(&mut words)))
            }
            Event::End(TagEnd::Paragraph) => blocks.push(Block::Paragraph(std::mem::take(&mut words))),
            Event::End(TagEnd::Table) => {}
            other => panic!("markup where there is none: {other:?}\n{text}"),
        }
    }
    blocks
}

/// A text as a cell can have it: no white space at the ends of its lines, no empty lines.
pub(crate) fn laid_out(text: &str) -> String {
    let lines: Vec<String> = text
        .split(['\n', '\r'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| line.replace(char::is_control, " "))
        .collect();
    lines.join("\n")
}

/// What the Markdown must read back as.
pub(crate) fn expected(compared: &Compared<'_>) -> Vec<Block> {
    let shown = compared.shown;
    let rows = on_screen(compared);
    let topics = if rows.len() == 1 { "topic" } else { "topics" };
    let mut blocks = vec![
        Block::Heading(1, laid_out(&shown.work().title)),
        Block::Paragraph(format!(
            "{} {topics} by {} reviews. Spoilers: {}. Edition {}, {}.",
            rows.len(),
            compared.reviews.len(),
            shown.dial().words(),
            shown.edition().version,
            laid_out(&shown.edition().licence)
        )),
    ];
    let mut heading = None;
    for (_, row) in &rows {
        let group = shown.groups().find(|group| group.id == row.topic.group).unwrap();
        if heading != Some(&group.id) {
            heading = Some(&group.id);
            blocks.push(Block::Heading(2, laid_out(&group.name)));
            let labels = compared.reviews.iter().map(|review| laid_out(&review.label));
            blocks.push(Block::Row(["Topic", "Status"].map(str::to_owned).into_iter().chain(labels).collect()));
        }
        let head = [laid_out(&row.topic.title), row.status.words().to_owned()];
        let cells = (0..row.cells.len()).map(|place| laid_out(&cell(row, place)));
        blocks.push(Block::Row(head.into_iter().chain(cells).collect()));
    }
    blocks
}

#[test]
fn the_table_reads_back_as_the_screen_has_it() {
    for compared in all_shown().flat_map(views) {
        assert_eq!(read(&markdown(&compared).text), expected(&compared));
    }
}
