//! What stands over the staff in story order: the names of phases over their bar lines, and brackets.

use liner_notes_record::questions::{Span, Timeline};
use yew::prelude::*;

use super::bracket::Bracket;
use super::geometry::{Letters, Staff, rows};
use super::score::unit;
use crate::markup::html;

/// A phase's name over its bar line.
pub(super) struct Name {
    words: &'static str,
    /// The moment that it starts with.
    first: usize,
    /// Where the name starts.
    x: f64,
    /// Which row it stands in; the first is next to the staff.
    pub(super) row: usize,
}

/// The width of a name with the room after it.
fn width(words: &str, letters: Letters) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a few letters")]
    let count = words.chars().count() as f64;
    count * letters.name + 7.0
}

/// How much further the last name reaches than its moments do.
pub(super) fn spare(timeline: &Timeline<'_>, staff: &Staff, letters: Letters) -> f64 {
    let Some(span) = timeline.phases.last() else {
        return 0.0;
    };
    let left = staff.end - staff.bar_at(span.first);
    // What is spared makes the moments narrower in their turn; a first guess with something to spare will do.
    ((width(&span.phase.name, letters) - left) * 1.4).max(0.0)
}

/// The names, in as many rows as it takes for none to run into the next.
pub(super) fn name_rows(timeline: &Timeline<'static>, staff: &Staff, letters: Letters) -> Vec<Name> {
    let place = |words: &str, first: usize| {
        let x = staff.bar_at(first) + 7.0;
        (x, x + width(words, letters))
    };
    let spans = || timeline.phases.iter();
    let stretches: Vec<_> = spans().map(|span| place(&span.phase.name, span.first)).collect();
    let placed = stretches.iter().zip(rows(&stretches));
    let name = |(span, (stretch, row)): (&Span<'static>, (&(f64, f64), usize))| Name {
        words: &span.phase.name,
        first: span.first,
        x: stretch.0,
        row,
    };
    spans().zip(placed).map(name).collect()
}

/// The names and the bar lines under them.
pub(super) fn phase_bars(names: &[Name], staff: &Staff) -> Html {
    let highest = names.iter().map(|name| name.row).max().unwrap_or(0);
    let (top, bottom) = staff.bar();
    let bar = |name: &Name| {
        let x = unit(staff.bar_at(name.first));
        let base = staff.name(highest - name.row);
        html! {
            <g key={name.first}>
                <line class="bar-rise" x1={x.clone()} x2={x.clone()} y1={unit(base - 10.0)} y2={unit(top)} />
                <line class="bar" x1={x.clone()} x2={x} y1={unit(top)} y2={unit(bottom)} />
                <text class="phase-over" x={unit(name.x)} y={unit(base)}>{ name.words }</text>
            </g>
        }
    };
    names.iter().map(bar).collect()
}

/// A row for each bracket.
pub(super) fn bracket_rows(timeline: &Timeline<'_>, brackets: &[Bracket]) -> Vec<usize> {
    #[expect(clippy::cast_precision_loss, reason = "a few dozen moments")]
    let stretch = |bracket: &Bracket| {
        let last = timeline.places.len();
        let from = bracket.reach.after.map_or(-1.0, |after| after as f64);
        let to = bracket.reach.before.unwrap_or(last) as f64;
        (from + 0.2, to - 0.2)
    };
    rows(&brackets.iter().map(stretch).collect::<Vec<_>>())
}

/// The brackets, and from each a thread to every moment that hangs from it. An open end has no tick.
pub(super) fn bracket_signs(
    timeline: &Timeline<'_>,
    brackets: &[Bracket],
    rows: &[usize],
    staff: &Staff,
    chosen: usize,
) -> Html {
    // A thread ends where the moment's own stem begins.
    let foot = |moment: usize| {
        let heads = timeline.places.get(moment).map(|place| &place.heads);
        let highest = heads.and_then(|heads| heads.iter().position(Option::is_some));
        staff.stem(staff.line(highest.unwrap_or(0))) - 2.0
    };
    let sign = |(bracket, row): (&Bracket, &usize)| {
        let (y, tick) = (unit(staff.bracket(*row)), unit(staff.bracket(*row) + 5.0));
        let inset = staff.slot() * 0.2;
        let left = match bracket.reach.after {
            Some(after) => format!("M{} {tick}V{y}", unit(staff.story(after) + inset)),
            None => format!("M{} {y}", unit(staff.start)),
        };
        let right = match bracket.reach.before {
            Some(before) => format!("H{}V{tick}", unit(staff.story(before) - inset)),
            None => format!("H{}", unit(staff.edge())),
        };
        let thread = |moment: &usize| {
            let x = unit(staff.story(*moment));
            html! { <line key={*moment} class="thread" x1={x.clone()} x2={x} y1={y.clone()} y2={unit(foot(*moment))} /> }
        };
        let is_chosen = bracket.hanging.contains(&chosen);
        html! {
            <g
                key={bracket.hanging.first().copied().unwrap_or(0)}
                class={if is_chosen { "bracket is-chosen" } else { "bracket" }}
            >
                <path d={left + &right} />
                for moment in &bracket.hanging {
                    { thread(moment) }
                }
            </g>
        }
    };
    brackets.iter().zip(rows).map(sign).collect()
}
