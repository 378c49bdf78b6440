//! The choices that an address carries after its `?`.

use std::fmt;

use super::percent::{decode, encode};

/// How many choices, and how many values of one, are read. Links that people follow have a handful; an address may hold
/// hundreds of thousands, and to hold each against the others would keep the page busy for minutes.
const MOST: usize = 100;

/// Keys and values, each key once, in the order in which they were set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads `a=1&b=2`. Of a key that is given twice the last counts; nothing is refused here, because only the page
    /// knows its keys. What comes after so many that no page wrote it is left out.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut read = Self::default();
        for pair in query.split('&').take(MOST) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            read.set(&decode(key), &decode(value));
        }
        read
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str())
    }

    /// The values of a key, parted by commas, empty ones left out, and what comes after so many that no page wrote it.
    pub fn list(&self, key: &str) -> impl Iterator<Item = &str> {
        self.get(key).unwrap_or_default().split(',').map(str::trim).filter(|value| !value.is_empty()).take(MOST)
    }

    /// Sets a key; an empty value takes it out.
    pub fn set(&mut self, key: &str, value: &str) {
        let place = self.0.iter().position(|(own, _)| own == key);
        match (place, value.is_empty()) {
            (Some(place), true) => drop(self.0.remove(place)),
            (Some(place), false) => self.0[place].1 = value.to_owned(),
            (None, true) => {}
            (None, false) => self.0.push((key.to_owned(), value.to_owned())),
        }
    }

    /// The keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    /// Whether no choice is made.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        for (key, value) in &self.0 {
            if !text.is_empty() {
                text.push('&');
            }
            encode(key, &mut text);
            text.push('=');
            encode(value, &mut text);
        }
        f.write_str(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_more_choices_than_any_page_has_the_first_are_read() {
        let query: String = (0..200_000).map(|n| format!("k{n}={n}&")).collect();
        let read = Query::parse(&format!("status={}&{query}", "agree,".repeat(200_000)));
        assert_eq!((read.keys().count(), read.list("status").count()), (MOST, MOST));
        assert_eq!(read.get("k7"), Some("7"));
    }
}
