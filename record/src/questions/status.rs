//! From how pairs of reviews stand to each other to what a whole row is: its status, its odd one out, its dots.

use super::order::{largest_first, ordered};
use crate::value::Relation;

/// What the answers of a row come to. Computed, never written by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Some pair is incompatible.
    Differ,
    /// At least two speak, not all the same, every pair compatible.
    Close,
    /// At least two speak, all the same.
    Agree,
    /// At least two speak, in words that are not compared.
    InTheirWords,
    /// One speaks.
    OnlyOne,
    /// Nobody speaks.
    Silent,
}

impl Status {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Differ, Self::Close, Self::Agree, Self::InTheirWords, Self::OnlyOne, Self::Silent];

    /// The status in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Differ => "Differ",
            Self::Close => "Close",
            Self::Agree => "Agree",
            Self::InTheirWords => "In their words",
            Self::OnlyOne => "Only one",
            Self::Silent => "Silent",
        }
    }

    /// The status as it stands in addresses and attributes.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Differ => "differ",
            Self::Close => "close",
            Self::Agree => "agree",
            Self::InTheirWords => "in-their-words",
            Self::OnlyOne => "only-one",
            Self::Silent => "silent",
        }
    }

    /// The status of that [token](Self::token); nothing for any other text.
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.token() == token)
    }
}

/// One review's dot beside a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dot {
    /// Says nothing: hollow.
    Silent,
    /// Says something that is not compared.
    Uncompared,
    /// Stands at a level, counted in steps from 0: same level, same answer; one step, compatible.
    At(u8),
}

/// How far apart the dots of two incompatible answers are, in steps.
const FAR: u8 = 3;

/// How the reviews of one row stand to each other, two by two.
pub(super) struct Relations {
    /// Whether each review speaks.
    speaks: Vec<bool>,
    /// `of[i][j]` for two that speak.
    of: Vec<Vec<Relation>>,
}

impl Relations {
    /// Asks `relation` of every pair that `speaks`.
    pub(super) fn between(speaks: Vec<bool>, relation: impl Fn(usize, usize) -> Relation) -> Self {
        let n = speaks.len();
        let of = (0..n).map(|i| {
            let ask = |j| {
                if speaks[i] && speaks[j] { relation(i, j) } else { Relation::NotCompared }
            };
            (0..n).map(ask).collect()
        });
        Self { of: of.collect(), speaks }
    }

    fn speaking(&self) -> impl Iterator<Item = usize> + Clone {
        (0..self.speaks.len()).filter(|&i| self.speaks[i])
    }

    fn pairs(&self) -> impl Iterator<Item = Relation> {
        self.speaking().flat_map(move |i| self.speaking().filter(move |&j| i < j).map(move |j| self.of[i][j]))
    }

    pub(super) fn status(&self) -> Status {
        match self.speaking().count() {
            0 => Status::Silent,
            1 => Status::OnlyOne,
            _ if self.pairs().any(|pair| pair == Relation::Incompatible) => Status::Differ,
            _ if self.pairs().any(|pair| pair == Relation::NotCompared) => Status::InTheirWords,
            _ if self.pairs().all(|pair| pair == Relation::Same) => Status::Agree,
            _ => Status::Close,
        }
    }

    /// The one review that is incompatible with all others, who are compatible with each other; at least three speak.
    pub(super) fn odd_one_out(&self) -> Option<usize> {
        if self.speaking().count() < 3 {
            return None;
        }
        let is_odd = |odd: usize| {
            let others = || self.speaking().filter(move |&i| i != odd);
            others().all(|i| self.of[odd][i] == Relation::Incompatible)
                && others().all(|i| others().all(|j| i == j || self.fit(i, j)))
        };
        self.speaking().find(|&i| is_odd(i))
    }

    fn fit(&self, i: usize, j: usize) -> bool {
        matches!(self.of[i][j], Relation::Same | Relation::Compatible)
    }

    /// Those who give the same answer, in the order of their first.
    pub(super) fn same(&self) -> Vec<Vec<usize>> {
        self.gather(|i, j| self.of[i][j] == Relation::Same)
    }

    /// Those whose answers are compatible with each other. Compatibility does not carry over from one to the next
    /// (A with B, B with C), so each joins the first group in which it fits with everyone, largest answers first.
    pub(super) fn compatible(&self) -> Vec<Vec<usize>> {
        let same = ordered(self.same(), |class| largest_first(class.len()));
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for class in same {
            let fits = |group: &&mut Vec<usize>| group.iter().all(|&i| self.fit(i, class[0]));
            match groups.iter_mut().find(fits) {
                Some(group) => group.extend(class),
                None => groups.push(class),
            }
        }
        let in_place = |group: Vec<usize>| self.speaking().filter(|i| group.contains(i)).collect();
        groups.into_iter().map(in_place).collect()
    }

    fn gather(&self, together: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
        let mut classes: Vec<Vec<usize>> = Vec::new();
        for i in self.speaking() {
            match classes.iter_mut().find(|class| together(class[0], i)) {
                Some(class) => class.push(i),
                None => classes.push(vec![i]),
            }
        }
        classes
    }

    /// One dot for each review. Levels grow in the order of first appearance: each answer stands at least one step
    /// from those it is compatible with and [`FAR`] from those it is not.
    pub(super) fn dots(&self) -> Vec<Dot> {
        let same = self.same();
        let mut levels: Vec<u8> = Vec::with_capacity(same.len());
        for (place, class) in same.iter().enumerate() {
            let above = |earlier: usize| levels[earlier] + if self.fit(same[earlier][0], class[0]) { 1 } else { FAR };
            levels.push((0..place).map(above).max().unwrap_or(0));
        }
        let mut dots = vec![Dot::Silent; self.speaks.len()];
        let compared = self.pairs().all(|pair| pair != Relation::NotCompared);
        for (class, &level) in same.iter().zip(&levels) {
            for &i in class {
                dots[i] = if compared { Dot::At(level) } else { Dot::Uncompared };
            }
        }
        dots
    }
}
