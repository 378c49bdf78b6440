//! Which places there are and how their addresses read, as pure text: no browser here.
//!
//! An [`Address`] is a [`Place`] and a [`Query`]. It is written in one of two [`Form`]s: as a path on a host, or after
//! a `#` where the whole app is one file. The dial is never part of it.

mod description;
mod percent;
mod place;
mod query;
mod title;

pub use description::description;
pub use place::Place;
pub use query::Query;
pub use title::title;

/// Where a reader is, with the choices that a link keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The page.
    pub place: Place,
    /// The choices on it.
    pub query: Query,
}

/// How addresses are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// As paths under a base such as `/` or `/liner-notes/`.
    Path {
        /// Starts and ends with a slash.
        base: String,
    },
    /// After a `#`, where the whole app is one file, which may lie anywhere.
    Hash,
}

impl Form {
    /// What stands in a link to a file of the site, given its path below the folder in which the app stands. The app in
    /// one file carries such files inside, and knows them by that path.
    #[must_use]
    pub fn file(&self, path: &str) -> String {
        match self {
            Self::Path { base } => format!("{base}{path}"),
            Self::Hash => path.to_owned(),
        }
    }
}

impl Address {
    /// The address of a place with no choice made on it.
    #[must_use]
    pub fn of(place: Place) -> Self {
        Self { place, query: Query::default() }
    }

    /// The same with one more choice.
    #[must_use]
    pub fn with(mut self, key: &str, value: &str) -> Self {
        self.query.set(key, value);
        self
    }

    /// Reads an address from its path below the base and its query, without `?`.
    #[must_use]
    pub fn parse(path: &str, query: &str) -> Self {
        Self { place: Place::parse(path), query: Query::parse(query) }
    }

    /// Reads an address from the path, query and fragment of a location; all as a browser gives them.
    #[must_use]
    pub fn from_location(form: &Form, pathname: &str, search: &str, hash: &str) -> Self {
        match form {
            Form::Path { base } => {
                let path = pathname.strip_prefix(base.as_str()).unwrap_or(pathname);
                Self::parse(path, search.trim_start_matches('?'))
            }
            Form::Hash => {
                let rest = hash.trim_start_matches('#');
                let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
                Self::parse(path, query)
            }
        }
    }

    /// Reads what stands in a link; nothing where that leads out of the app or to a part of the page.
    #[must_use]
    pub fn from_href(form: &Form, href: &str) -> Option<Self> {
        // A second `#` is part of an address that stands after the first.
        let (start, is_address) = match form {
            Form::Path { base } => (base.as_str(), !href.contains('#')),
            Form::Hash => ("#/", true),
        };
        let rest = href.strip_prefix(start).filter(|rest| is_address && !rest.starts_with('/'))?;
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        Some(Self::parse(path, query))
    }

    /// What stands in a link to it.
    #[must_use]
    pub fn href(&self, form: &Form) -> String {
        let path = self.place.path();
        let (start, end) = match form {
            // A host keeps a page as the index of a folder, and sends on whoever asks without the slash.
            Form::Path { base } if path.is_empty() || matches!(self.place, Place::Unknown(_)) => (base.as_str(), ""),
            Form::Path { base } => (base.as_str(), "/"),
            Form::Hash => ("#/", ""),
        };
        let query = self.query.to_string();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{start}{path}{end}{mark}{query}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms() -> [Form; 3] {
        [Form::Path { base: "/".into() }, Form::Path { base: "/liner-notes/".into() }, Form::Hash]
    }

    fn read_back(form: &Form, href: &str) -> Address {
        let (before, hash) =
            href.split_once('#').map_or((href, String::new()), |(before, hash)| (before, format!("#{hash}")));
        let (path, search) =
            before.split_once('?').map_or((before, String::new()), |(path, search)| (path, format!("?{search}")));
        Address::from_location(form, path, &search, &hash)
    }

    #[test]
    fn every_address_reads_back_in_every_form() {
        let places = [
            Place::Overview,
            Place::Compare,
            Place::Cast,
            Place::Card("someone".into()),
            Place::Timeline,
            Place::Reviews,
            Place::Review("a-review".into()),
            Place::Search,
            Place::Beside,
            Place::Take,
            Place::About,
        ];
        for form in forms() {
            for place in &places {
                let address = Address::of(place.clone()).with("text", "a b&c=d#é?").with("status", "differ,close");
                assert_eq!(read_back(&form, &address.href(&form)), address);
                assert_eq!(Address::from_href(&form, &address.href(&form)), Some(address));
            }
        }
    }

    #[test]
    fn a_place_reads_the_same_with_and_without_a_slash_at_its_end() {
        assert_eq!(Place::parse("compare/"), Place::parse("compare"));
        assert_eq!(Place::parse("/reviews/a-review/"), Place::Review("a-review".into()));
    }

    #[test]
    fn a_path_that_is_no_place_is_kept_as_unknown() {
        assert_eq!(Place::parse("no/such/page"), Place::Unknown("no/such/page".into()));
        assert_eq!(Place::parse("%ff%fe"), Place::Unknown("%ff%fe".into()));
    }

    #[test]
    fn after_a_hash_another_one_is_part_of_the_address() {
        let typed = Address::from_location(&Form::Hash, "/", "", "#/reviews/a#b?c=d#e");
        assert_eq!(typed, Address::of(Place::Review("a#b".into())).with("c", "d#e"));
        assert_eq!(Address::from_href(&Form::Hash, &typed.href(&Form::Hash)), Some(typed));
    }

    #[test]
    fn a_link_out_of_the_app_or_to_a_part_of_the_page_is_no_address() {
        for form in forms() {
            for href in ["https://example.org/", "//example.org/", "#content", "mailto:a@example.org"] {
                assert_eq!(Address::from_href(&form, href), None);
            }
        }
        let form = Form::Path { base: "/liner-notes/".into() };
        assert_eq!(Address::from_href(&form, "/elsewhere"), None);
    }

    #[test]
    fn a_file_stands_below_the_base_or_goes_by_its_path() {
        assert_eq!(
            forms().map(|form| form.file("data/a.json")),
            ["/data/a.json", "/liner-notes/data/a.json", "data/a.json"]
        );
    }

    #[test]
    fn a_path_outside_the_base_is_no_place() {
        let form = Form::Path { base: "/liner-notes/".into() };
        assert!(matches!(read_back(&form, "/elsewhere").place, Place::Unknown(_)));
    }
}
