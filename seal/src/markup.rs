//! Changes some elements of a page and leaves everything else as it stands.
//!
//! The pages are Trunk's: well formed, every attribute's value in quotes. This is no reader of whatever HTML there is.

use anyhow::{Context, Result};

/// An element of the page.
pub struct Element<'a> {
    /// Its name.
    pub name: &'a str,
    /// All of it, as it stands in the page; of an element that holds others, its opening tag.
    pub source: &'a str,
    /// What stands in a script or in styles.
    pub content: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl Element<'_> {
    /// The value of an attribute; empty where it has none.
    #[must_use]
    pub fn value(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| *name == attribute).map(|(_, value)| *value)
    }

    /// The value of an attribute that must be there.
    ///
    /// # Errors
    /// When it is not.
    pub fn required(&self, attribute: &str) -> Result<&str> {
        self.value(attribute).with_context(|| format!("`{}` has no {attribute}", self.source))
    }

    /// Its source with an attribute that has this value, whatever it had.
    #[must_use]
    pub fn with(&self, attribute: &str, value: &str) -> String {
        let old = self.value(attribute).map(|old| format!(" {attribute}=\"{old}\"")).unwrap_or_default();
        let source = self.source.replacen(&old, "", 1);
        let after = if self.source.ends_with(&format!("</{}>", self.name)) {
            self.content.len() + self.name.len() + "</>".len()
        } else {
            0
        };
        let (tag, after) = source.split_at(source.len() - after);
        let end = if tag.ends_with("/>") { "/>" } else { ">" };
        format!("{} {attribute}=\"{value}\"{end}{after}", tag.trim_end_matches(end).trim_end())
    }

    /// Its opening tag with one more attribute.
    #[must_use]
    pub fn opened_with(&self, attribute: &str) -> String {
        format!("{} {attribute}>", self.source.trim_end_matches('>'))
    }
}

/// The page with every element of these names changed into what `change` gives for it, or taken out with the white
/// space before it. Comments stay as they are.
///
/// # Errors
/// When `change` fails, or an element or a comment has no end.
pub fn rewrite(
    page: &str,
    names: &[&'static str],
    mut change: impl FnMut(&Element) -> Result<Option<String>>,
) -> Result<String> {
    let (mut rewritten, mut rest) = (String::new(), page);
    while let Some(place) = rest.find('<') {
        let (text, markup) = rest.split_at(place);
        rewritten.push_str(text);
        let length = if markup.starts_with("<!--") {
            let end = markup.find("-->").context("a comment in the page has no end")? + "-->".len();
            rewritten.push_str(&markup[..end]);
            end
        } else if let Some(name) = names.iter().find(|name| opens(markup, name)) {
            let element = element(markup, name)?;
            match change(&element)? {
                Some(changed) => rewritten.push_str(&changed),
                None => rewritten.truncate(rewritten.trim_end().len()),
            }
            element.source.len()
        } else {
            rewritten.push('<');
            1
        };
        rest = &markup[length..];
    }
    rewritten.push_str(rest);
    Ok(rewritten)
}

/// Whether an element of that name begins here.
fn opens(markup: &str, name: &str) -> bool {
    let rest = markup.strip_prefix('<').and_then(|rest| rest.strip_prefix(name));
    rest.is_some_and(|rest| rest.starts_with([' ', '\t', '\n', '\r', '/', '>']))
}

/// The element of that name that begins here.
fn element<'a>(markup: &'a str, name: &'static str) -> Result<Element<'a>> {
    let endless = || format!("`{}…` in the page has no end", markup.chars().take(60).collect::<String>());
    let (mut rest, mut attributes) = (&markup[1 + name.len()..], Vec::new());
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r', '/']);
        if rest.starts_with('>') {
            break;
        }
        let end = rest.find(['=', ' ', '\t', '\n', '\r', '/', '>']).with_context(endless)?;
        let (attribute, after) = rest.split_at(end);
        rest = after;
        let mut value = "";
        if let Some(after) = after.strip_prefix('=') {
            let mark = after.chars().next().filter(|mark| matches!(mark, '"' | '\'')).with_context(endless)?;
            (value, rest) = after[1..].split_once(mark).with_context(endless)?;
        }
        attributes.push((attribute, value));
    }
    let opened = markup.len() - rest.len() + 1;
    let (mut content, mut length) = ("", opened);
    if matches!(name, "script" | "style") {
        let close = format!("</{name}>");
        let end = markup[opened..].find(&close).with_context(endless)?;
        content = &markup[opened..opened + end];
        length = opened + end + close.len();
    }
    Ok(Element { name, source: &markup[..length], content, attributes })
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::rewrite;

    #[test]
    fn elements_are_changed_and_the_rest_stays() -> Result<()> {
        let page = "<!doctype html><html lang='en'><!-- <link> --><links><link rel=\"a\" href=\"/x?y=1/\"/>\n<p>1 < 2";
        let rewritten = rewrite(page, &["html", "link"], |element| {
            Ok(match element.name {
                "html" => Some(element.opened_with("marked")),
                _ => Some(format!("[{} {}]", element.required("rel")?, element.required("href")?)),
            })
        })?;
        assert_eq!(rewritten, "<!doctype html><html lang='en' marked><!-- <link> --><links>[a /x?y=1/]\n<p>1 < 2");
        Ok(())
    }

    #[test]
    fn an_attribute_is_set_once_however_often() -> Result<()> {
        let set = |page: &str| rewrite(page, &["link", "script"], |one| Ok(Some(one.with("integrity", "new"))));
        let once = set("<script integrity=\"old\" defer>a > b</script><link href=\"/a\" /><link>")?;
        assert_eq!(
            once,
            "<script defer integrity=\"new\">a > b</script><link href=\"/a\" integrity=\"new\"/><link integrity=\"new\">"
        );
        assert_eq!(set(&once)?, once);
        Ok(())
    }

    #[test]
    fn a_script_comes_with_its_content_and_goes_with_the_space_before_it() -> Result<()> {
        let mut seen = Vec::new();
        let page = "<p>\n  <script defer type=\"module\">if (1 < 2) '<script>'</script>\n</p>";
        let rewritten = rewrite(page, &["script"], |script| {
            seen.push((script.value("defer").map(str::to_owned), script.content.to_owned()));
            Ok(None)
        })?;
        assert_eq!(rewritten, "<p>\n</p>");
        assert_eq!(seen, [(Some(String::new()), "if (1 < 2) '<script>'".to_owned())]);
        Ok(())
    }

    #[test]
    fn what_has_no_end_is_refused() {
        for page in ["<script>", "<link rel=\"a", "<link rel", "<!-- ", "<link rel=a>"] {
            assert!(rewrite(page, &["link", "script"], |_| Ok(None)).is_err(), "{page}");
        }
    }
}
