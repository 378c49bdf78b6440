//! The figures as a table for people to read.

use crate::figure::{Figure, Target, Unit, Verdict};

/// One line for each figure, the targets beside them.
pub(crate) fn table(figures: &[Figure]) -> String {
    let rows: Vec<[String; 4]> = figures.iter().map(row).collect();
    let head = ["figure", "target", "measured", ""].map(str::to_owned);
    let width = |column: usize| {
        let lengths = rows.iter().chain([&head]).map(|row| row[column].chars().count());
        lengths.max().unwrap_or_default()
    };
    let widths = [width(0), width(1), width(2)];
    let mut text = line(&head, widths);
    for (row, figure) in rows.iter().zip(figures) {
        text.push_str(&line(row, widths));
        if !figure.note.is_empty() {
            text.push_str(&format!("    {}\n", figure.note));
        }
    }
    text
}

fn line([name, target, value, verdict]: &[String; 4], [names, targets, values]: [usize; 3]) -> String {
    let line = format!("{name:names$}  {target:>targets$}  {value:>values$}  {verdict}");
    format!("{}\n", line.trim_end())
}

fn row(figure: &Figure) -> [String; 4] {
    let target = match figure.target {
        Target::AtMost(most) => format!("<= {}", number(figure.unit, most)),
        Target::AtLeast(least) => format!(">= {}", number(figure.unit, least)),
    };
    let value = figure.value.map_or_else(|| "-".to_owned(), |value| number(figure.unit, value));
    let verdict = match figure.verdict {
        Verdict::Met => "",
        Verdict::Missed => "MISSED",
        Verdict::NotMeasured => "NOT MEASURED",
    };
    [figure.name.clone(), target, value, verdict.to_owned()]
}

/// A number as its unit is written.
pub(crate) fn number(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Bytes => format!("{} B", grouped(value)),
        Unit::Milliseconds => format!("{value:.0} ms"),
        Unit::Ratio => format!("{value:.3}"),
        Unit::Count => format!("{value:.0}"),
        Unit::Shift => format!("{value:.4}"),
    }
}

/// A whole number with its thousands set apart.
fn grouped(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{number, table};
    use crate::figure::{Figure, Target, Unit};

    #[test]
    fn a_missed_target_says_so_and_a_note_follows() {
        let text = table(&[
            Figure::new("the app", Unit::Bytes, Target::AtMost(150_000.0), Some(149_000.0)),
            Figure::new("a click", Unit::Milliseconds, Target::AtMost(50.0), Some(64.2)).note("of 240 clicks"),
            Figure::new("a score", Unit::Count, Target::AtLeast(99.0), None).note("no Node"),
        ]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1], "the app  <= 150,000 B  149,000 B");
        assert_eq!(lines[2], "a click      <= 50 ms      64 ms  MISSED");
        assert_eq!(lines[3], "    of 240 clicks");
        assert_eq!(lines[4], "a score         >= 99          -  NOT MEASURED");
    }

    #[test]
    fn every_unit_has_its_way_of_writing() {
        assert_eq!(number(Unit::Bytes, 1_234_567.0), "1,234,567 B");
        assert_eq!(number(Unit::Ratio, 0.5501), "0.550");
        assert_eq!(number(Unit::Shift, 0.00081), "0.0008");
        assert_eq!(number(Unit::Count, 100.0), "100");
    }
}
