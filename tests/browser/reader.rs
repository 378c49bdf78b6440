//! Someone in front of a site, or of the app as one file: what they do with it and what they see.

use std::thread;

use anyhow::{Context, Result, bail, ensure};
use liner_notes_browser::{Browser, Engine, Page, Screen, Site};
use liner_notes_record::Dial;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::extensions::query::ElementQueryable;
use thirtyfour::{By, Key, WebElement};

use crate::collection::Collection;
use crate::kept_file::KeptFile;
use crate::patience::{becomes, until};

/// Brings an element to the middle of the window, where nothing lies over it that stays at its edges, and waits until no
/// face of the page's fonts is on its way and the element is in the same place for two frames.
const AT_REST: &str = "
    const [element, done] = arguments;
    // What is in a list to choose from has no place of its own.
    const seen = element.closest('select') ?? element;
    const place = () => JSON.stringify(seen.getBoundingClientRect());
    // A tab behind others has no frames.
    const next = document.hidden ? setTimeout : requestAnimationFrame;
    const look = before => next(() => before === place() ? done() : look(place()));
    seen.scrollIntoView({ block: 'center' });
    document.fonts.ready.then(() => look(place()));";

/// Notes in `violations` what a page's policy has refused, and tells the host at once, since the page may give way to another
/// before anybody asks it. A page without a host keeps it to itself.
const WATCH: &str = "
    window.violations = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) => {
        const refused = [effectiveDirective, blockedURI, sample, `${sourceFile}:${lineNumber}`].join(' ');
        violations.push(refused);
        if (location.protocol === 'http:') fetch(`/?POLICY=${encodeURIComponent(refused)}`, { keepalive: true }).catch(() => {});
    });";

/// What stands in the address at which a host is told what a page's policy has refused.
const POLICY: &str = "refused-by-the-policy";

/// Has a page tell what its policy refuses.
async fn watch(page: &Page) -> Result<()> {
    page.before_each(&WATCH.replace("POLICY", POLICY)).await?;
    Ok(())
}

/// Someone with a browser of the chosen engine, in which nothing is kept from earlier.
pub(crate) struct Reader {
    page: Page,
    source: Source,
    /// Whether pages try what their policy refuses, since that is what is tested.
    tries_what_is_refused: bool,
    /// Closes the page when it is dropped.
    _browser: Browser,
}

/// The pages that they had before them tried nothing that a policy refuses: a test in which one did fails.
impl Drop for Reader {
    fn drop(&mut self) {
        let Source::Site(site) = &self.source else { return };
        let refused: Vec<String> = site.asked().into_iter().filter(|asked| asked.contains(POLICY)).collect();
        if self.tries_what_is_refused || thread::panicking() {
            return;
        }
        assert!(refused.is_empty(), "a page's policy had to refuse: {}", refused.join("; "));
    }
}

/// Where the app comes from.
enum Source {
    Site(Site),
    File(KeptFile),
}

impl Reader {
    /// Sits down in front of the site of a collection, at a desk.
    pub(crate) async fn of(collection: &Collection) -> Result<Self> {
        Self::with(collection, &Screen::new(1280, 900).light()).await
    }

    /// The same with another screen.
    pub(crate) async fn with(collection: &Collection, screen: &Screen) -> Result<Self> {
        let reader = Self::at(collection.site()?, screen).await?;
        // A browser that keeps the site would answer from the second page on; here the host is to.
        reader.page.before_each("delete Navigator.prototype.serviceWorker").await?;
        Ok(reader)
    }

    /// Sits down in front of a site with a browser that may keep it.
    pub(crate) async fn at(site: Site, screen: &Screen) -> Result<Self> {
        let browser = Browser::of(Engine::chosen()?);
        let page = browser.page(screen).await?;
        Self::before(page, Source::Site(site), browser).await
    }

    /// Sits down in front of the site of a collection with a browser that lets no page keep anything.
    pub(crate) async fn who_keeps_nothing(collection: &Collection) -> Result<Self> {
        let browser = Browser::of(Engine::chosen()?);
        let page = browser.page_that_keeps_nothing(&Screen::new(1280, 900).light()).await?;
        Self::before(page, Source::Site(collection.site()?), browser).await
    }

    /// Sits down in front of the site of a collection with a browser that lets the app have 16 MiB of memory.
    pub(crate) async fn with_little_memory(collection: &Collection) -> Result<Self> {
        let browser = Browser::of(Engine::chosen()?);
        let page = browser.page_with_little_memory(&Screen::new(1280, 900).light(), 256).await?;
        Self::before(page, Source::Site(collection.site()?), browser).await
    }

    /// Sits down in front of the one file of a collection, which they have kept in a folder of its own.
    pub(crate) async fn of_one_file(collection: &Collection, screen: &Screen) -> Result<Self> {
        let file = KeptFile::of(collection)?;
        let browser = Browser::of(Engine::chosen()?);
        let page = browser.page(screen).await?;
        Self::before(page, Source::File(file), browser).await
    }

    /// Someone before a page that no site or file has been opened in.
    async fn before(page: Page, source: Source, browser: Browser) -> Result<Self> {
        watch(&page).await?;
        Ok(Self { page, source, tries_what_is_refused: false, _browser: browser })
    }

    /// The same in front of pages that try what their policy refuses, for tests of the policy.
    pub(crate) fn of_what_is_refused(mut self) -> Self {
        self.tries_what_is_refused = true;
        self
    }

    /// The host of the site; an error for someone with a file.
    pub(crate) fn site(&self) -> Result<&Site> {
        match &self.source {
            Source::Site(site) => Ok(site),
            Source::File(_) => bail!("a file has no host"),
        }
    }

    /// The page, for what this vocabulary has no word for.
    pub(crate) fn page(&self) -> &Page {
        &self.page
    }

    /// The full address of a path of the site.
    pub(crate) fn full_address(&self, path: &str) -> String {
        match &self.source {
            Source::Site(site) => site.address(path),
            Source::File(file) => file.address(path),
        }
    }

    /// The selector of the links that lead to a path of the site.
    pub(crate) fn link_to(&self, path: &str) -> String {
        let address = match &self.source {
            Source::Site(site) => site.path(path),
            Source::File(_) => format!("#/{}", path.trim_end_matches('/')),
        };
        format!("a[href='{address}']")
    }

    /// Opens an address of the site as if it had been typed in, and waits until the app has started.
    pub(crate) async fn open(&self, path: &str) -> Result<&Self> {
        self.keeps_to_the_policy().await?;
        if let Source::File(_) = self.source {
            // To another part of the same file one would only move.
            self.page.goto("about:blank").await?;
        }
        self.page.goto(self.full_address(path)).await?;
        self.page.ready().await.with_context(|| format!("opening /{path}"))?;
        Ok(self)
    }

    /// Waits until what comes later stands on the page: the buttons that copy, what the desk answers, and what it has to say on
    /// a review's page, which comes without a word before.
    pub(crate) async fn has_all(&self) -> Result<&Self> {
        let script = "return Array.from(document.querySelectorAll('.sheet-status')).filter(one => \
                      one.textContent === 'One moment…').length";
        becomes(0, async || self.ask::<usize>(script).await).await?;
        self.sees("html[data-copies]").await?;
        if self.count(".review-page").await? > 0 {
            self.sees(".attaching").await?;
        }
        Ok(self)
    }

    /// Loads the page anew.
    pub(crate) async fn reload(&self) -> Result<&Self> {
        self.keeps_to_the_policy().await?;
        self.page.refresh().await?;
        self.page.ready().await?;
        Ok(self)
    }

    /// Goes back in the history.
    pub(crate) async fn back(&self) -> Result<&Self> {
        self.page.back().await?;
        Ok(self)
    }

    /// Goes forward in the history.
    pub(crate) async fn forward(&self) -> Result<&Self> {
        self.page.forward().await?;
        Ok(self)
    }

    /// What a script answers.
    pub(crate) async fn ask<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.ask_with(script, Vec::new()).await
    }

    /// What a script answers that is given values.
    pub(crate) async fn ask_with<T: DeserializeOwned>(&self, script: &str, given: Vec<Value>) -> Result<T> {
        let answer = self.page.execute(script, given).await?;
        serde_json::from_value(answer.json().clone()).with_context(|| format!("the answer to: {script}"))
    }

    /// What a script answers that calls `done` when it has an answer.
    pub(crate) async fn wait_for<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        let answer = self.page.execute_async(script.as_str(), Vec::new()).await?;
        serde_json::from_value(answer.json().clone()).with_context(|| format!("the answer to: {script}"))
    }

    /// The first element that fits, as soon as there is one.
    pub(crate) async fn find(&self, css: &str) -> Result<WebElement> {
        self.page.query(By::Css(css)).first().await.with_context(|| format!("nothing fits `{css}`"))
    }

    /// How many elements fit.
    pub(crate) async fn count(&self, css: &str) -> Result<usize> {
        self.ask_with("return document.querySelectorAll(arguments[0]).length", vec![css.into()]).await
    }

    /// The words on the elements that fit, as they are on the screen.
    pub(crate) async fn words(&self, css: &str) -> Result<Vec<String>> {
        let script = "return Array.from(document.querySelectorAll(arguments[0]), one => one.innerText.trim())";
        self.ask_with(script, vec![css.into()]).await
    }

    /// The values of an attribute of the elements that fit.
    pub(crate) async fn attributes(&self, css: &str, name: &str) -> Result<Vec<String>> {
        let script = "return Array.from(document.querySelectorAll(arguments[0]), \
                      one => one.getAttribute(arguments[1])).filter(value => value !== null)";
        self.ask_with(script, vec![css.into(), name.into()]).await
    }

    /// Presses the first element that fits.
    pub(crate) async fn press(&self, css: &str) -> Result<&Self> {
        self.press_element(&self.find(css).await?).await
    }

    /// Presses the button or link with these words on it, or by this name.
    pub(crate) async fn press_words(&self, words: &str) -> Result<&Self> {
        let is_named = format!("normalize-space(.)={0} or @aria-label={0}", quoted(words));
        let path = format!("//*[self::button or self::a][{is_named}]");
        let found = self.page.query(By::XPath(path.as_str())).and_displayed().first().await;
        self.press_element(&found.with_context(|| format!("nothing to press says “{words}”"))?).await
    }

    /// Presses an element once it stays where it is, as a person does who aims at it: a driver reckons the place first and
    /// presses then, and whatever moved in between would lose the press.
    async fn press_element(&self, element: &WebElement) -> Result<&Self> {
        self.page
            .execute_async(AT_REST, vec![element.to_json()?])
            .await
            .context("waiting until it stays in its place")?;
        element.click().await?;
        Ok(self)
    }

    /// Types into the first element that fits.
    pub(crate) async fn type_into(&self, css: &str, text: &str) -> Result<&Self> {
        self.find(css).await?.send_keys(text).await?;
        Ok(self)
    }

    /// Presses a key where the focus is.
    pub(crate) async fn key(&self, key: Key) -> Result<&Self> {
        self.page.action_chain().send_keys(String::from(char::from(key))).perform().await?;
        Ok(self)
    }

    /// Where they are: the path below the site with its query. The slash that a host puts after a folder's name
    /// changes nothing.
    pub(crate) async fn address(&self) -> Result<String> {
        let full = self.page.current_url().await?.to_string();
        let inside = full.strip_prefix(&self.full_address("")).with_context(|| format!("{full} is another site"))?;
        let (path, query) = inside.split_once('?').map_or((inside, None), |(path, query)| (path, Some(query)));
        let path = path.trim_end_matches('/');
        Ok(query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}")))
    }

    /// Waits until they are at an address.
    pub(crate) async fn is_at(&self, path: &str) -> Result<&Self> {
        becomes(path.to_owned(), async || self.address().await).await?;
        Ok(self)
    }

    /// Waits until they are somewhere else, and gives where.
    pub(crate) async fn leaves(&self, path: &str) -> Result<String> {
        until("another address", |address: &String| address != path, async || self.address().await).await
    }

    /// Waits until the page's one heading has words that fit.
    pub(crate) async fn sees_heading(&self, words: &str) -> Result<&Self> {
        becomes(vec![words.to_owned()], async || self.words("h1").await).await?;
        Ok(self)
    }

    /// Waits until something fits.
    pub(crate) async fn sees(&self, css: &str) -> Result<&Self> {
        until(&format!("something that fits `{css}`"), |n| *n > 0, async || self.count(css).await).await?;
        Ok(self)
    }

    /// Waits until nothing fits any more.
    pub(crate) async fn sees_no(&self, css: &str) -> Result<&Self> {
        until(&format!("nothing that fits `{css}`"), |n| *n == 0, async || self.count(css).await).await?;
        Ok(self)
    }

    /// Waits until the focus is on an element that fits.
    pub(crate) async fn has_focus_on(&self, css: &str) -> Result<&Self> {
        let script = "const here = document.activeElement; \
                      return here.matches(arguments[0]) ? arguments[0] : here.outerHTML.slice(0, 200)";
        becomes(css.to_owned(), async || self.ask_with(script, vec![css.into()]).await).await?;
        Ok(self)
    }

    /// Turns the dial and says yes if asked.
    pub(crate) async fn turn_dial(&self, to: Dial) -> Result<&Self> {
        self.press_stop(to).await?;
        let script = "const stop = document.querySelector('.dial-stop[aria-checked=true]').textContent.trim(); \
                      return [document.querySelector('dialog.ask').open, stop === arguments[0]]";
        let answer = async || self.ask_with::<(bool, bool)>(script, vec![to.words().into()]).await;
        let (is_asked, _) = until("a question, or the dial there", |(asked, there)| *asked || *there, answer).await?;
        if is_asked {
            self.agree().await?;
        }
        // The focus goes back to the dial once the question has gone.
        self.has_dial_at(to).await?.sees_no("dialog.ask[open]").await
    }

    /// Presses a stop of the dial.
    pub(crate) async fn press_stop(&self, stop: Dial) -> Result<&Self> {
        let place = Dial::STOPS.iter().position(|one| *one == stop).context("a stop")? + 1;
        self.press(&format!(".dial .dial-stop:nth-child({place})")).await
    }

    /// Says yes to the question whether to turn the dial.
    pub(crate) async fn agree(&self) -> Result<&Self> {
        self.press("dialog.ask .button-primary").await
    }

    /// Says no to it.
    pub(crate) async fn decline(&self) -> Result<&Self> {
        self.press("dialog.ask .button:not(.button-primary)").await
    }

    /// Waits until the dial stands at a stop.
    pub(crate) async fn has_dial_at(&self, stop: Dial) -> Result<&Self> {
        becomes(vec![stop.words().to_owned()], async || {
            let script = "return Array.from(document.querySelectorAll('.dial-stop[aria-checked=true]'), \
                          one => one.textContent.trim())";
            self.ask(script).await
        })
        .await?;
        Ok(self)
    }

    /// Nothing was said on the console since this was asked last.
    pub(crate) async fn hears_nothing(&self) -> Result<&Self> {
        self.keeps_to_the_policy().await?;
        let said: Vec<String> = self.page.console().await?.into_iter().map(|entry| entry.message).collect();
        ensure!(said.is_empty(), "the console says: {}", said.join("; "));
        Ok(self)
    }

    /// The page that is open has tried nothing that its policy refuses. It is asked when it makes way for another, and the
    /// host at the end of a test, so it holds for the whole suite.
    async fn keeps_to_the_policy(&self) -> Result<()> {
        let refused: Vec<String> = self.ask("return window.violations ?? []").await?;
        ensure!(refused.is_empty(), "the page's policy had to refuse: {}", refused.join("; "));
        Ok(())
    }

    /// Whether the app still answers: the theme switch is pressed once round.
    pub(crate) async fn is_answered(&self) -> Result<&Self> {
        for _ in 0..3 {
            let before = self.attributes(".theme-switch", "data-theme-choice").await?;
            self.press(".theme-switch").await?;
            until(
                &format!("another theme than {before:?}"),
                |now| *now != before,
                async || self.attributes(".theme-switch", "data-theme-choice").await,
            )
            .await?;
        }
        Ok(self)
    }
}

/// A string of XPath, which knows no escapes: no name on the screen has straight quotes of both kinds.
fn quoted(words: &str) -> String {
    if words.contains('\'') { format!("\"{words}\"") } else { format!("'{words}'") }
}
