//! Tables for spreadsheets: RFC 4180 in UTF-8, lines ending in CR LF, names in the first.
//!
//! A spreadsheet runs a cell that starts like a formula, whoever wrote it. Such a cell gets an apostrophe in front,
//! which spreadsheets take for "this is text". A cell that starts with an apostrophe of its own gets one more, so that
//! the rule can be turned round: who reads the file with a program takes one apostrophe off every cell that has one in
//! front, and has exactly what stood on the screen. The comma is the only separator; told to part cells at something
//! else, a spreadsheet meets cells that this file never had.

/// The media type of a table.
pub(crate) const MEDIA_TYPE: &str = "text/csv; charset=utf-8; header=present";

/// What a formula starts with: also behind a tab or a line break, and as wide forms of the same signs.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Adds a line.
pub(crate) fn line(table: &mut String, cells: impl IntoIterator<Item = impl AsRef<str>>) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            table.push(',');
        }
        write(table, cell.as_ref());
    }
    table.push_str("\r\n");
}

fn write(table: &mut String, cell: &str) {
    let guard = if cell.starts_with(FORMULA) || cell.starts_with('\'') { "'" } else { "" };
    let is_plain = !cell.contains([',', '"', '\r', '\n']) && cell.trim() == cell;
    if is_plain {
        table.push_str(guard);
        table.push_str(cell);
    } else {
        table.push('"');
        table.push_str(guard);
        table.push_str(&cell.replace('"', "\"\""));
        table.push('"');
    }
}
