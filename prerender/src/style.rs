//! The style sheets: what each page needs at once stands in it, all of it follows in one file.
//!
//! Which rules a page needs is told by the classes that it uses. What it may need later, because the app changes it or
//! leads to another page, comes with the file, which is linked at the page's end and so keeps nothing waiting.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use lightningcss::media_query::MediaType;
use lightningcss::printer::PrinterOptions;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::traits::ToCss;
use sha2::{Digest, Sha256};

/// How the sheets, which lie in a folder of the site, name the site's own.
const UP: &str = "../";

/// Every rule of the site.
pub(crate) struct Styles {
    /// The rules, in the order of the sheets.
    rules: String,
    /// Every class that a rule names.
    classes: BTreeSet<String>,
    /// The sheets' files.
    files: Vec<PathBuf>,
    base: String,
}

impl Styles {
    /// Reads the sheets that a page links to, given their addresses in the page's order.
    pub(crate) fn gather(site: &Path, base: &str, sheets: &[String]) -> Result<Self> {
        ensure!(!sheets.is_empty(), "the page links to no style sheet");
        let mut rules = String::new();
        let mut files = Vec::new();
        for address in sheets {
            let path = address
                .strip_prefix(base)
                .with_context(|| format!("the style sheet {address} does not stand below {base}"))?;
            let file = site.join(path);
            rules.push_str(&fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?);
            rules.push('\n');
            files.push(file);
        }
        let classes = classes(&rules);
        Ok(Self { rules, classes, files, base: base.to_owned() })
    }

    /// Puts one file with every rule but the faces in place of the sheets, and gives its path in the site.
    pub(crate) fn write(&self, site: &Path) -> Result<String> {
        let all = self.printed(HashSet::new(), None)?;
        for file in &self.files {
            fs::remove_file(file).with_context(|| format!("removing {}", file.display()))?;
        }
        let hash = Sha256::digest(all.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
        let path = format!("styles/all-{hash}.css");
        let file = site.join(&path);
        fs::write(&file, all).with_context(|| format!("writing {}", file.display()))?;
        Ok(path)
    }

    /// The rules that a page needs, given its body.
    pub(crate) fn critical(&self, body: &str) -> Result<String> {
        let used: HashSet<&str> = body
            .split("class=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .flat_map(str::split_whitespace)
            .collect();
        let mut unused: HashSet<String> =
            self.classes.iter().filter(|class| !used.contains(class.as_str())).cloned().collect();
        let rules = loop {
            let rules = self.printed(unused.clone(), Some(body))?;
            // Without the properties that nothing asks for, others may be asked for no more.
            let idle = idle_properties(&rules, body);
            if idle.is_empty() {
                break rules.replace(UP, &self.base);
            }
            unused.extend(idle);
        };
        // Text that ends the element would end the style with it.
        ensure!(!rules.contains("</"), "a style sheet holds `</`, which cannot stand in a page");
        Ok(rules)
    }

    /// The rules but those for `unused` classes, as short as they can be written; with a page's body only those that
    /// it needs at first sight.
    fn printed(&self, unused: HashSet<String>, body: Option<&str>) -> Result<String> {
        let fault = |what: String| anyhow!("a style sheet is not understood: {what}");
        let mut sheet =
            StyleSheet::parse(&self.rules, ParserOptions::default()).map_err(|error| fault(error.to_string()))?;
        sheet
            .minify(MinifyOptions { unused_symbols: unused, ..MinifyOptions::default() })
            .map_err(|error| fault(error.to_string()))?;
        match body {
            Some(body) => keep_first_sight(&mut sheet.rules, body),
            // Every page has them. Telling a browser of a face once more would have it set every line anew, and lines
            // would move that nobody has touched.
            None => sheet.rules.0.retain(|rule| !matches!(rule, CssRule::FontFace(_))),
        }
        let printed = sheet
            .to_css(PrinterOptions { minify: true, ..PrinterOptions::default() })
            .map_err(|error| fault(error.to_string()))?;
        Ok(printed.code)
    }
}

/// What is not seen before somebody touches the page.
const TOUCHED: [&str; 8] =
    [":hover", ":focus-visible", ":disabled", "::selection", "::placeholder", "[data-pressed]", ".ask", ".toast"];

/// What a few readers have asked their device for, which changes colours, and what a finger finds beyond what is seen.
/// Neither moves anything; they come with the file.
const UNMOVED: [&str; 3] = ["forced-colors", "prefers-contrast", "any-pointer"];

/// What stands below all else. On a long page nobody sees it at first sight.
const END: [&str; 4] = [".neighbour", ".footer", ".footing", ".keys-button"];

/// The length from which a page's body is long: no screen shows all of it.
const LONG: usize = 30_000;

/// Leaves out what `body` does not look like on a screen before anybody has touched it.
fn keep_first_sight(rules: &mut CssRuleList<'_>, body: &str) {
    rules.0.retain_mut(|rule| match rule {
        CssRule::Media(media) => {
            keep_first_sight(&mut media.rules, body);
            let is_for_paper = media.query.media_queries.iter().all(|query| query.media_type == MediaType::Print);
            let query = media.query.to_css_string(PrinterOptions::default()).unwrap_or_default();
            !is_for_paper && !UNMOVED.iter().any(|one| query.contains(one)) && !media.rules.0.is_empty()
        }
        CssRule::Page(_) => false,
        CssRule::Style(style) => {
            style.selectors.0.retain(|one| {
                let selector = one.to_css_string(PrinterOptions::default()).unwrap_or_default();
                selector.is_empty() || is_seen(&selector, body)
            });
            !style.selectors.0.is_empty()
        }
        _ => true,
    });
}

/// Whether a rule for `selector` may show in `body` from the start.
fn is_seen(selector: &str, body: &str) -> bool {
    let is_end = body.len() > LONG && END.iter().any(|end| selector.contains(end));
    let is_touched = TOUCHED.iter().any(|touched| selector.contains(touched));
    // In brackets is what may be there as well, or must not.
    let is_there = selector.contains('(') || (has_its_marks(selector, body) && names_what_is_there(selector, body));
    !is_end && !is_touched && is_there
}

/// Whether what `selector` asks of attributes is in `body`: of `[data-review="7"]` and the like, the text of the attribute
/// is or is not. The theme is none of the body's.
fn has_its_marks(selector: &str, body: &str) -> bool {
    let mut marks = selector.split("[data-").skip(1).filter_map(|rest| rest.split(']').next()?.split_once('='));
    marks.all(|(name, value)| {
        let is_plain = name != "theme" && !name.ends_with(['~', '|', '^', '$', '*']);
        !is_plain || body.contains(&format!("data-{name}=\"{}\"", value.trim_matches('"')))
    })
}

/// Whether `body` has every kind of element that `selector` names.
fn names_what_is_there(selector: &str, body: &str) -> bool {
    let is_there = |name: &str| matches!(name, "html" | "body") || opens(body, name);
    let compounds = selector.split([' ', '>', '+', '~']);
    let names = compounds.map(|compound| compound.split(['.', '#', ':', '*', '[']).next().unwrap_or_default());
    names.filter(|name| !name.is_empty()).all(is_there)
}

/// Whether an element of that name begins in `body`.
fn opens(body: &str, name: &str) -> bool {
    let mut places = body.match_indices('<').map(|(place, _)| &body[place + 1..]);
    places.any(|rest| rest.strip_prefix(name).is_some_and(|after| after.starts_with([' ', '>', '/'])))
}

/// The custom properties that `rules` set and that neither they nor `body` ask for.
fn idle_properties(rules: &str, body: &str) -> BTreeSet<String> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    let name = |rest: &str| rest.split(|letter| !is_name(letter)).next().unwrap_or_default().to_owned();
    let asked: HashSet<String> = [rules, body]
        .into_iter()
        .flat_map(|text| text.split("var(").skip(1))
        .map(|rest| name(rest.trim_start()))
        .collect();
    let starts = rules.match_indices("--").filter(|(place, _)| rules[..*place].ends_with(['{', ';']));
    let set = starts.map(|(place, _)| name(&rules[place..]));
    set.filter(|property| !asked.contains(property)).collect()
}

/// Whatever may be a class in `rules`: a name after a dot. More than the classes does no harm, since only what no page
/// uses is left out.
fn classes(rules: &str) -> BTreeSet<String> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    let names = rules.split('.').skip(1).map(|rest| rest.split(|letter| !is_name(letter)).next().unwrap_or_default());
    names.filter(|name| name.starts_with(|first: char| !first.is_ascii_digit())).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{LONG, is_seen};

    const BODY: &str = r#"<main data-kind="cast"><p class="lede" data-review="1">words</p></main>"#;

    #[test]
    fn a_rule_is_seen_where_the_page_has_what_it_names() {
        for seen in [
            "html",
            "p",
            "main > .lede",
            "*",
            ":root",
            "[data-review=\"1\"]",
            "p[data-kind]",
            ":not([data-review=\"2\"])",
        ] {
            assert!(is_seen(seen, BODY), "{seen}");
        }
        for not in ["table", "p td", "[data-review=\"2\"]", ".lede[data-kind=\"score\"]", "p:hover"] {
            assert!(!is_seen(not, BODY), "{not}");
        }
        assert!(is_seen("[data-theme=dark]", BODY), "the theme is set before anything is painted");
    }

    #[test]
    fn the_end_of_a_page_is_seen_where_it_is_short() {
        assert!(is_seen(".footer", BODY));
        assert!(!is_seen(".footer", &BODY.repeat(LONG)));
    }
}
