//! What Firefox is asked for in its own code, which its driver lets one run: what no page can do, and no driver offers.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use tokio::task::spawn_blocking;

use crate::driver::ask;
use crate::screen::Screen;
use crate::wanted::Otherwise;

/// Leaves one empty tab and nothing that was kept, and no trace of what was asked for here. What stands round the page is
/// not there: the focus would go to it from the page's last stop, and a driver's keys to the page all the same.
const FRESH: &str = "
    const [preferences] = arguments;
    const done = arguments[arguments.length - 1];
    document.getElementById('navigator-toolbox').style.display = 'none';
    (async () => {
        const tab = gBrowser.addTrustedTab('about:blank');
        gBrowser.selectedTab = tab;
        for (const other of [...gBrowser.tabs]) {
            if (other !== tab) gBrowser.removeTab(other, { skipPermitUnload: true, animate: false });
        }
        for (const script of window.beforeEach ?? []) Services.mm.removeDelayedFrameScript(script);
        window.beforeEach = [];
        for (const name of ['network.cookie.cookieBehavior', 'browser.download.dir',
            'widget.gtk.overlay-scrollbars.enabled', 'ui.useOverlayScrollbars', ...preferences]) Services.prefs.clearUserPref(name);
        const { CLEAR_ALL_CACHES, CLEAR_COOKIES_AND_SITE_DATA, CLEAR_PERMISSIONS } = Ci.nsIClearDataService;
        const all = CLEAR_ALL_CACHES | CLEAR_COOKIES_AND_SITE_DATA | CLEAR_PERMISSIONS;
        await new Promise(cleared => Services.clearData.deleteData(all, cleared));
        Services.console.reset();
    })().then(() => done(null), error => done(String(error)));";

/// How a reader's preferences are called that Firefox can be told of for one page.
const MEDIA: [(&str, &str); 2] =
    [("prefers-color-scheme", "prefersColorSchemeOverride"), ("forced-colors", "forcedColorsOverride")];

/// Settings of Firefox's own, by their names.
type Settings = &'static [(&'static str, i32)];

/// What Firefox takes from the system, and believes of its own settings: what a reader has there, and the settings that
/// say so.
const SETTINGS: [(&str, &str, Settings); 3] = [
    ("prefers-reduced-motion", "reduce", &[("ui.prefersReducedMotion", 1)]),
    // The ink and the paper are Firefox's own, which are far apart, and the page's stay in use.
    ("prefers-contrast", "more", &[("ui.useAccessibilityTheme", 1), ("browser.display.document_color_use", 1)]),
    ("pointer", "coarse", &[("ui.primaryPointerCapabilities", 1), ("ui.allPointerCapabilities", 1)]),
];

/// Gives the tab in front its size, whatever the window's, and a reader's preferences, and takes it off paper.
const SHOW: &str = "
    const [width, height, scrollBars, media, settings, others] = arguments;
    const done = arguments[arguments.length - 1];
    Services.prefs.setBoolPref('widget.gtk.overlay-scrollbars.enabled', !scrollBars);
    Services.prefs.setIntPref('ui.useOverlayScrollbars', scrollBars ? 0 : 1);
    const browser = gBrowser.selectedBrowser;
    for (const [side, length] of [['width', width], ['height', height]]) {
        browser.style.setProperty(side, `${length}px`, 'important');
        browser.style.setProperty(`min-${side}`, '0', 'important');
        browser.style.setProperty(`max-${side}`, 'none', 'important');
    }
    browser.browsingContext.mediumOverride = '';
    for (const [name, value] of media) browser.browsingContext[name] = value;
    for (const name of others) Services.prefs.clearUserPref(name);
    for (const [name, value] of settings) Services.prefs.setIntPref(name, value);
    done(null);";

/// Runs a script in the page's own world as soon as a page has one, in every page of every tab.
const BEFORE_EACH: &str = "
    const own = script => {
        const { addDebuggerToGlobal } = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs');
        addDebuggerToGlobal(globalThis);
        addEventListener('DOMWindowCreated', event => {
            const page = new Debugger().makeGlobalObjectReference(event.target.defaultView);
            page.executeInGlobal(`{ ${script} }`);
        }, true);
    };
    const code = `(${own})(${JSON.stringify(arguments[0])})`;
    const script = `data:application/javascript;charset=utf-8,${encodeURIComponent(code)}`;
    (window.beforeEach ??= []).push(script);
    Services.mm.loadFrameScript(script, true);";

/// Runs a script in Firefox itself, and gives what it answers.
pub(super) async fn within(driver: &WebDriver, script: &str, given: Vec<Value>) -> Result<Value> {
    look_from(driver, "chrome").await?;
    let answer = driver.execute(script, given).await;
    look_from(driver, "content").await?;
    Ok(answer?.json().clone())
}

/// The same for a script that calls `done`, with nothing or with what went wrong.
async fn within_until_done(driver: &WebDriver, script: &str, given: Vec<Value>) -> Result<()> {
    look_from(driver, "chrome").await?;
    let answer = driver.execute_async(script, given).await;
    look_from(driver, "content").await?;
    match answer?.json() {
        Value::Null => Ok(()),
        wrong => bail!("Firefox says {wrong}"),
    }
}

/// Has scripts run in Firefox itself or, as ever, in the page.
async fn look_from(driver: &WebDriver, context: &str) -> Result<()> {
    let port = driver.handle().server_url().port().context("the driver of Firefox has no port")?;
    let path = format!("/session/{}/moz/context", driver.session_id());
    let body = json!({ "context": context }).to_string();
    // Whoever has another page open is not to wait for this one.
    let asked = spawn_blocking(move || ask(port, "POST", &path, &body)).await?;
    asked.map(drop).context("looking into Firefox itself")
}

/// Makes a Firefox that somebody may have had before as good as new.
pub(super) async fn begin(driver: &WebDriver, otherwise: Otherwise<'_>) -> Result<()> {
    within_until_done(driver, FRESH, vec![json!(settings())]).await.context("clearing Firefox of what was in it")?;
    let tab = driver.windows().await?.pop().context("Firefox has no tab")?;
    driver.switch_to_window(tab).await?;
    if otherwise.keeps_nothing {
        let refuse = "Services.prefs.setIntPref('network.cookie.cookieBehavior', Ci.nsICookieService.BEHAVIOR_REJECT)";
        within(driver, refuse, Vec::new()).await?;
    }
    Ok(())
}

/// The names of all settings that a reader's preferences are told by.
fn settings() -> Vec<&'static str> {
    SETTINGS.iter().flat_map(|(_, _, settings)| settings.iter().map(|(name, _)| *name)).collect()
}

pub(super) async fn show_on(driver: &WebDriver, screen: &Screen) -> Result<()> {
    let mut media = MEDIA.map(|(_, name)| (name, "none"));
    let mut set: Vec<(&str, i32)> = Vec::new();
    let finger = screen.fingers.then_some(("pointer", "coarse"));
    for (feature, value) in screen.media.iter().copied().chain(finger) {
        if let Some(place) = MEDIA.iter().position(|(known, _)| *known == feature) {
            media[place].1 = value;
        } else if let Some((_, _, settings)) = SETTINGS.iter().find(|known| (known.0, known.1) == (feature, value)) {
            set.extend(*settings);
        } else {
            bail!("nobody has said yet how Firefox is made to have {feature}: {value}");
        }
    }
    let size = [screen.width, screen.height].map(Value::from);
    let rest = [screen.scroll_bars.into(), json!(media), json!(set), json!(settings())];
    within_until_done(driver, SHOW, size.into_iter().chain(rest).collect()).await
}

pub(super) async fn put_on_paper(driver: &WebDriver) -> Result<()> {
    within(driver, "gBrowser.selectedBrowser.browsingContext.mediumOverride = 'print'", Vec::new()).await.map(drop)
}

pub(super) async fn before_each(driver: &WebDriver, script: &str) -> Result<()> {
    within(driver, BEFORE_EACH, vec![script.into()]).await.map(drop)
}

pub(super) async fn download_to(driver: &WebDriver, folder: &Path) -> Result<()> {
    let script = "Services.prefs.setStringPref('browser.download.dir', arguments[0])";
    within(driver, script, vec![folder.to_string_lossy().into()]).await.map(drop)
}

pub(super) async fn forbid_scripts(driver: &WebDriver) -> Result<()> {
    let script = "gBrowser.selectedBrowser.browsingContext.allowJavascript = false";
    within(driver, script, Vec::new()).await.map(drop)
}

pub(super) async fn forget_cache(driver: &WebDriver) -> Result<()> {
    within(driver, "Services.cache2.clear()", Vec::new()).await.map(drop)
}
