//! Where everything on the wide score stands, in the units of its drawing: pure arithmetic, no record, no drawing.

/// How wide letters are, in the middle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    /// Those of labels.
    pub(super) label: f64,
    /// Those of phase names.
    pub(super) name: f64,
}

impl Letters {
    /// In the app's own faces and their stand-ins.
    pub(super) const OWN: Self = Self { label: 7.3, name: 8.6 };

    /// In the widest faces that others may have.
    #[cfg(feature = "desk")]
    pub(super) const WIDEST: Self = Self { label: 9.6, name: 11.2 };
}

/// What the score has to hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Load {
    /// How many reviews.
    pub(super) lines: usize,
    /// How many moments.
    pub(super) moments: usize,
    /// How many moments the review tells that tells most of them.
    pub(super) ranks: usize,
    /// How many letters the longest line of a label has.
    pub(super) label: usize,
    /// How many rows of phase names.
    pub(super) names: usize,
    /// How many rows of brackets.
    pub(super) brackets: usize,
    /// How much width the last phase's name needs that its own moments do not give it.
    pub(super) spare: f64,
    /// Whether the closed bar takes its share of the width.
    pub(super) goes_on: bool,
}

/// The measures of a score.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Staff {
    load: Load,
    /// The size of the drawing.
    pub(super) width: f64,
    pub(super) height: f64,
    /// Where the lines start.
    pub(super) start: f64,
    /// Where the last slot ends; the lines go on to the edge.
    pub(super) end: f64,
    /// The first line, and from each to the next.
    pub(super) first: f64,
    pub(super) gap: f64,
}

/// How many letters a line of a label has at most.
pub(super) const LABEL: usize = 24;

const NAME_ROW: f64 = 22.0;
const BRACKET_ROW: f64 = 8.0;
const STEM: f64 = 24.0;
/// From the last line down to the numbers, and from there to the edge.
const NUMBERS: f64 = 42.0;
const FOOT: f64 = 10.0;

impl Staff {
    /// Lays a score out whose labels are in such letters.
    pub(super) fn of(load: Load, letters: Letters) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a handful of each")]
        let [lines, label, names, brackets] =
            [load.lines, load.label.min(LABEL), load.names, load.brackets].map(|count| count as f64);
        // Fewer lines stand further apart, so that the score of two reviews is a score, too.
        let gap = (108.0 / (lines - 1.0).max(1.0)).clamp(26.0, 40.0);
        let width = if load.goes_on { 1030.0 } else { 1168.0 };
        let above = if brackets > 0.0 { brackets * BRACKET_ROW + 6.0 } else { 0.0 };
        let first = names * NAME_ROW + above + STEM + 14.0;
        Self {
            width,
            start: 46.0 + label * letters.label,
            end: width - load.spare - if load.goes_on { 0.0 } else { 20.0 },
            first,
            gap,
            height: first + gap * (lines - 1.0).max(0.0) + NUMBERS + FOOT,
            load,
        }
    }

    /// The same with its lines spread over the height that names and brackets leave free in telling order.
    pub(super) fn spread(&self) -> Self {
        let gaps = index(self.load.lines.saturating_sub(1).max(1));
        // Not `clamp`, which carries the words for its panic: 4 KB of code to print fractions.
        let gap = ((self.last() - 20.0) / gaps).min(84.0).max(self.gap);
        Self { gap, first: self.last() - gap * index(self.load.lines.saturating_sub(1)), ..self.clone() }
    }

    /// The line of the review of that index.
    pub(super) fn line(&self, review: usize) -> f64 {
        self.first + self.gap * index(review)
    }

    /// The last line.
    pub(super) fn last(&self) -> f64 {
        self.line(self.load.lines.saturating_sub(1))
    }

    /// The base line of a row of phase names; rows count from the top.
    pub(super) fn name(&self, row: usize) -> f64 {
        NAME_ROW * (index(row) + 1.0) - 6.0
    }

    /// The height of a row of brackets; rows count from the staff upwards.
    pub(super) fn bracket(&self, row: usize) -> f64 {
        self.first - STEM - 6.0 - BRACKET_ROW * (index(row) + 1.0)
    }

    /// Where stems end above a head at that height.
    pub(super) fn stem(&self, highest: f64) -> f64 {
        highest - STEM
    }

    /// Where bar lines start and end.
    pub(super) fn bar(&self) -> (f64, f64) {
        (self.first - 16.0, self.last() + 16.0)
    }

    /// Where a bracket that is open to the right ends: before the final bar, or at the closed one.
    pub(super) fn edge(&self) -> f64 {
        if self.load.goes_on { self.width } else { self.end }
    }

    /// The base line of the numbers.
    pub(super) fn numbers(&self) -> f64 {
        self.last() + NUMBERS
    }

    /// The width that a moment has, in story order.
    pub(super) fn slot(&self) -> f64 {
        self.share(self.load.moments)
    }

    /// The width that a rank has, in telling order.
    pub(super) fn rank_slot(&self) -> f64 {
        self.share(self.load.ranks)
    }

    fn share(&self, of: usize) -> f64 {
        (self.end - self.start) / index(of.max(1))
    }

    /// Where the moment of that index begins, in story order.
    pub(super) fn bar_at(&self, moment: usize) -> f64 {
        self.start + self.slot() * index(moment)
    }

    /// The middle of the moment of that index, in story order.
    pub(super) fn story(&self, moment: usize) -> f64 {
        self.bar_at(moment) + self.slot() / 2.0
    }

    /// The middle of a rank, counted from 1, in telling order.
    pub(super) fn told(&self, rank: usize) -> f64 {
        self.start + self.rank_slot() * (index(rank) - 0.5)
    }

    /// Half the width and half the height of a head.
    pub(super) fn head(&self) -> (f64, f64) {
        let half = (self.slot().min(self.rank_slot()) * 0.3).min(9.5);
        (half, half * 0.72)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of each")]
fn index(count: usize) -> f64 {
    count as f64
}

/// The row for each of some stretches from left to right: the first row in which it touches no earlier one.
pub(super) fn rows(stretches: &[(f64, f64)]) -> Vec<usize> {
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    let place = |&(from, to): &(f64, f64)| {
        let free = |row: &Vec<(f64, f64)>| row.iter().all(|&(start, end)| to < start || end < from);
        let row = taken.iter().position(free).unwrap_or(taken.len());
        if row == taken.len() {
            taken.push(Vec::new());
        }
        taken[row].push((from, to));
        row
    };
    stretches.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staff(lines: usize, moments: usize, goes_on: bool) -> Staff {
        let load = Load { lines, moments, ranks: moments, label: 17, names: 1, brackets: 3, spare: 0.0, goes_on };
        Staff::of(load, Letters::OWN)
    }

    #[test]
    fn every_score_from_two_to_eight_lines_and_one_to_thirty_moments_keeps_its_parts_apart() {
        for lines in 2..=8 {
            for moments in 1..=30 {
                for goes_on in [false, true] {
                    let staff = staff(lines, moments, goes_on);
                    let (half_width, half_height) = staff.head();
                    assert!(half_width >= 8.0, "{lines} lines, {moments} moments");
                    assert!(2.0 * half_width < staff.slot());
                    assert!(2.0 * half_height < staff.gap);
                    assert!(staff.story(moments - 1) + half_width < staff.end);
                    assert!(staff.last() < staff.numbers() && staff.numbers() < staff.height);
                }
            }
        }
    }

    #[test]
    fn telling_order_spreads_the_lines_upwards_and_leaves_the_rest() {
        for lines in 2..=8 {
            let story = staff(lines, 20, true);
            let told = story.spread();
            assert!(told.gap >= story.gap && told.first >= 20.0 - 0.01);
            assert!((told.last() - story.last()).abs() < 0.01);
            assert!((told.numbers() - story.numbers()).abs() < 0.01);
        }
    }

    #[test]
    fn brackets_stand_between_the_names_and_the_stems() {
        let staff = staff(5, 20, true);
        assert!(staff.bracket(0) < staff.stem(staff.first));
        assert!(staff.bracket(2) > staff.name(0));
    }

    #[test]
    fn orders_share_one_width() {
        let staff = staff(5, 12, false);
        assert!((staff.story(0) - staff.told(1)).abs() < 0.01);
        assert!((staff.story(11) - staff.told(12)).abs() < 0.01);
    }

    #[test]
    fn stretches_that_touch_take_rows_of_their_own() {
        let stretches = [(0.0, 4.0), (5.0, 9.0), (3.0, 6.0), (4.0, 20.0), (10.0, 12.0)];
        assert_eq!(rows(&stretches), [0, 0, 1, 2, 0]);
        assert!(rows(&[]).is_empty());
    }
}
