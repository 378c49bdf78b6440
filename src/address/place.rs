//! The pages.

/// A page. The slugs are as they stand in the address; what they lead to is for the record to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// What the work is and what they thought.
    #[default]
    Overview,
    /// Topics by reviews.
    Compare,
    /// Everyone's cards.
    Cast,
    /// One card.
    Card(String),
    /// The score.
    Timeline,
    /// The list of reviews.
    Reviews,
    /// One review.
    Review(String),
    /// Looking things up by words.
    Search,
    /// Reviews' texts side by side.
    Beside,
    /// What can be taken along of a view.
    Take,
    /// How the record was made, what is in it and how to take it along.
    About,
    /// No page; the path as it came.
    Unknown(String),
}

/// The pages of which there is one, with their paths below the base and their names. The first five are always at hand.
static SINGLE: [(Place, &str, &str); 9] = [
    (Place::Overview, "", "Overview"),
    (Place::Compare, "compare", "Compare"),
    (Place::Cast, "cast", "Cast"),
    (Place::Timeline, "timeline", "Timeline"),
    (Place::Reviews, "reviews", "Reviews"),
    (Place::Search, "search", "Search"),
    (Place::Beside, "beside", "Side by side"),
    (Place::Take, "take", "Take it along"),
    (Place::About, "about", "About the record"),
];

impl Place {
    /// Those of which there is one, with their names; the first five are always at hand.
    pub fn single() -> impl Iterator<Item = (&'static Self, &'static str)> {
        SINGLE.iter().map(|(place, _, name)| (place, *name))
    }

    /// What it is called, where there is one of its kind.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        SINGLE.iter().find(|(place, ..)| place == self).map(|(.., name)| *name)
    }

    /// The page at a path below the base. A slash more or less at either end changes nothing.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let path = path.trim_matches('/');
        if let Some((place, ..)) = SINGLE.iter().find(|(_, own, _)| *own == path) {
            return place.clone();
        }
        match path.split_once('/') {
            None if path == "index.html" => Self::Overview,
            Some(("cast", slug)) if !slug.contains('/') => Self::Card(slug.to_owned()),
            Some(("reviews", slug)) if !slug.contains('/') => Self::Review(slug.to_owned()),
            _ => Self::Unknown(path.to_owned()),
        }
    }

    /// Its path below the base, without a slash in front.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Card(slug) => format!("cast/{slug}"),
            Self::Review(slug) => format!("reviews/{slug}"),
            Self::Unknown(path) => path.clone(),
            single => SINGLE.iter().find(|(place, ..)| place == single).map_or("", |(_, path, _)| *path).to_owned(),
        }
    }

    /// Which of the five main places it belongs to.
    #[must_use]
    pub fn main(&self) -> Option<Self> {
        Some(match self {
            Self::Card(_) => Self::Cast,
            Self::Review(_) => Self::Reviews,
            Self::Search | Self::Beside | Self::Take | Self::About | Self::Unknown(_) => return None,
            main => main.clone(),
        })
    }
}
