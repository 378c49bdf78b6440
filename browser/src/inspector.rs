//! WebKitGTK's inspector, to which a browser listens that is driven: the way to what its driver has no word for.
//!
//! Browser and driver talk over a socket of this machine, and an inspector may come to it as well. A message is its
//! length, a byte that says how numbers are written, its name with a nought after it, and what it holds, as GLib writes
//! that: here numbers of eight bytes, and then a text with a nought after it.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use tokio::task::spawn_blocking;

/// The variable in which the driver tells the browser where the socket is.
const SERVER: &str = "WEBKIT_INSPECTOR_SERVER";

/// Numbers are written with the least byte first.
const LEAST_FIRST: u8 = 1;

/// The browser's own process among those that listen, and the page that a driver has it open first among what can be
/// inspected there. It is not listed for an inspector while the browser is driven, and can be asked all the same.
const PAGE: [u64; 2] = [1, 1];

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often to look whether the browser has started.
const GLANCE: Duration = Duration::from_millis(10);

/// A connection to the inspector of one page.
#[derive(Debug)]
pub(crate) struct Inspector(Arc<Mutex<Connection>>);

#[derive(Debug)]
struct Connection {
    stream: TcpStream,
    /// What the page calls itself.
    page: String,
    /// How many questions were asked.
    asked: u64,
}

impl Inspector {
    /// Connects to the browser that the driver with that process number has started.
    pub(crate) fn connect(driver: u32) -> Result<Self> {
        let server = server_of(driver)?;
        let stream = TcpStream::connect(&server).with_context(|| format!("the inspector at {server}"))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let mut connection = Connection { stream, page: String::new(), asked: 0 };
        // Whoever comes names the release of the protocol that it has; nothing, for all that is asked here.
        connection.write("SetupInspectorClient", b"\0")?;
        connection.write("Setup", &numbers(&PAGE))?;
        connection.page = connection.wait_for(|said| {
            let is_page = said["method"] == "Target.targetCreated" && said["params"]["targetInfo"]["type"] == "page";
            is_page.then(|| said["params"]["targetInfo"]["targetId"].as_str().unwrap_or_default().to_owned())
        })?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    /// Asks for something, and waits until it is done, without keeping others waiting who have another page open.
    pub(crate) async fn ask(&self, method: &'static str, given: Value) -> Result<()> {
        let connection = Arc::clone(&self.0);
        let asked = spawn_blocking(move || {
            connection.lock().unwrap_or_else(PoisonError::into_inner).ask(method, &given).context(method)
        });
        asked.await.context(method)?
    }
}

impl Connection {
    fn ask(&mut self, method: &str, given: &Value) -> Result<()> {
        self.asked += 1;
        let number = self.asked;
        let inside = json!({ "id": number, "method": method, "params": given }).to_string();
        let to_page = json!({ "targetId": self.page, "message": inside });
        let message = json!({ "id": number, "method": "Target.sendMessageToTarget", "params": to_page });
        let mut body = numbers(&PAGE);
        body.extend_from_slice(message.to_string().as_bytes());
        body.push(0);
        self.write("SendMessageToBackend", &body)?;
        let answer = self.wait_for(|said| {
            if said["method"] != "Target.dispatchMessageFromTarget" {
                return None;
            }
            let inside: Value = serde_json::from_str(said["params"]["message"].as_str()?).ok()?;
            (inside["id"] == number).then_some(inside)
        })?;
        match answer.get("error") {
            None => Ok(()),
            Some(error) => bail!("the inspector says {error}"),
        }
    }

    fn write(&mut self, name: &str, body: &[u8]) -> Result<()> {
        let length = u32::try_from(name.len() + 1 + body.len())?;
        let mut message = length.to_be_bytes().to_vec();
        message.push(LEAST_FIRST);
        message.extend_from_slice(name.as_bytes());
        message.push(0);
        message.extend_from_slice(body);
        self.stream.write_all(&message).context("the inspector has gone")
    }

    /// Reads what is said until something fits.
    fn wait_for<T>(&mut self, mut fits: impl FnMut(&Value) -> Option<T>) -> Result<T> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let said = self.read()?;
            if let Some(found) = said.as_ref().and_then(&mut fits) {
                return Ok(found);
            }
        }
        bail!("the inspector says nothing more");
    }

    /// The next message, if a page has sent it.
    fn read(&mut self) -> Result<Option<Value>> {
        let mut head = [0; 5];
        self.stream.read_exact(&mut head).context("the inspector says nothing")?;
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        let mut message = vec![0; usize::try_from(length)?];
        self.stream.read_exact(&mut message).context("the inspector breaks off")?;
        Ok(said(&message))
    }
}

/// What a page says in a message, if it does.
fn said(message: &[u8]) -> Option<Value> {
    let body = message.strip_prefix(b"SendMessageToFrontend\0")?;
    let text = body.get(2 * size_of::<u64>()..)?.strip_suffix(b"\0")?;
    serde_json::from_slice(text).ok()
}

/// Numbers as they stand in a message.
fn numbers(numbers: &[u64]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// Where the browser listens that a driver has started: the driver tells it in a variable.
fn server_of(driver: u32) -> Result<String> {
    let end = Instant::now() + PATIENCE;
    loop {
        let children = fs::read_to_string(format!("/proc/{driver}/task/{driver}/children")).unwrap_or_default();
        let told = children.split_whitespace().find_map(|child| {
            let variables = fs::read(format!("/proc/{child}/environ")).ok()?;
            let variables = String::from_utf8_lossy(&variables).into_owned();
            variables.split('\0').find_map(|one| one.strip_prefix(SERVER)?.strip_prefix('=').map(str::to_owned))
        });
        if let Some(server) = told {
            return Ok(server);
        }
        ensure!(Instant::now() < end, "no browser of WebKitGTK says where its inspector is");
        std::thread::sleep(GLANCE);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{numbers, said};

    #[test]
    fn what_a_page_says_is_told_from_the_rest() {
        let mut message = b"SendMessageToFrontend\0".to_vec();
        message.extend(numbers(&[1, 1]));
        message.extend(b"{\"id\":7}\0");
        assert_eq!(said(&message), Some(json!({ "id": 7 })));
        assert_eq!(said(b"SetTargetList\0{}\0"), None);
    }
}
