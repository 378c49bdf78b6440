//! What WebKitGTK is asked for through its inspector, which sees more than its driver does.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::home::DOWNLOADS;
use crate::inspector::Inspector;
use crate::screen::Screen;

/// Says whether what is to run before a page has run.
const MARK: &str = "window.isInspected = true;";

/// How often to open a page until it does.
const TRIES: usize = 5;

/// Opens pages until what is to run before each page does: the inspector comes to the first one too late. What is opened
/// is the driver's own answer to a browser.
pub(super) async fn begin(driver: &WebDriver, inspector: &Inspector) -> Result<()> {
    inspector.ask("Page.enable", json!({})).await?;
    inspector.ask("Page.setBootstrapScript", json!({ "source": MARK })).await?;
    let address = driver.handle().server_url().to_string();
    for _ in 0..TRIES {
        driver.goto(address.as_str()).await?;
        let is_inspected = driver.execute("return window.isInspected === true", Vec::new()).await?;
        if is_inspected.convert::<bool>()? {
            inspector.ask("Page.setBootstrapScript", json!({})).await?;
            return Ok(());
        }
    }
    bail!("the inspector of WebKitGTK sees no page");
}

/// The preferences of a reader that it can be given.
pub(super) async fn show_on(inspector: &Inspector, screen: &Screen) -> Result<()> {
    for (feature, name) in [
        ("prefers-color-scheme", "PrefersColorScheme"),
        ("prefers-reduced-motion", "PrefersReducedMotion"),
        ("prefers-contrast", "PrefersContrast"),
    ] {
        let wanted = screen.media.iter().find(|(known, _)| *known == feature).map(|(_, value)| match *value {
            "dark" => "Dark",
            "light" => "Light",
            "reduce" => "Reduce",
            "more" => "More",
            _ => "NoPreference",
        });
        let mut preference = json!({ "name": name });
        if let Some(value) = wanted {
            preference["value"] = value.into();
        }
        inspector.ask("Page.overrideUserPreference", preference).await?;
    }
    ensure!(!screen.fingers, "nobody has said yet how a page of WebKitGTK is touched");
    let known = ["prefers-color-scheme", "prefers-reduced-motion", "prefers-contrast"];
    for (feature, value) in &screen.media {
        ensure!(known.contains(feature), "nobody has said yet how WebKitGTK is made to have {feature}: {value}");
    }
    inspector.ask("Page.setEmulatedMedia", json!({ "media": "" })).await
}

pub(super) async fn put_on_paper(inspector: &Inspector) -> Result<()> {
    inspector.ask("Page.setEmulatedMedia", json!({ "media": "print" })).await
}

pub(super) async fn before_each(inspector: &Inspector, scripts: &[String]) -> Result<()> {
    let source: String = scripts.iter().map(|script| format!("{{ {script}\n}}\n")).collect();
    inspector.ask("Page.setBootstrapScript", json!({ "source": source })).await
}

pub(super) async fn forbid_scripts(inspector: &Inspector) -> Result<()> {
    inspector.ask("Page.overrideSetting", json!({ "setting": "ScriptEnabled", "value": false })).await
}

pub(super) async fn forget_cache(inspector: &Inspector) -> Result<()> {
    inspector.ask("Network.enable", json!({})).await?;
    inspector.ask("Network.setResourceCachingDisabled", json!({ "disabled": Value::Bool(true) })).await
}

/// Leads what is downloaded on to a folder.
pub(super) fn download_to(home: &Path, folder: &Path) -> Result<()> {
    let downloads = home.join(DOWNLOADS);
    if downloads.is_symlink() {
        fs::remove_file(&downloads)?;
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder, &downloads)
        .with_context(|| format!("leading {} to {}", downloads.display(), folder.display()))?;
    Ok(())
}
