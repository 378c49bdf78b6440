//! One connection of the server: reads a request, writes the answer, closes.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::answer::Answer;
use super::host::Host;

/// How long to wait for a request. Browsers open connections that they may never use.
const PATIENCE: Duration = Duration::from_secs(30);

/// The longest request to read; what the site is asked for fits many times.
const LONGEST: u64 = 64 * 1024;

/// Answers the request that comes over `stream` from what `host` has published. A host that has
/// broken down closes without an answer.
pub(super) fn serve(mut stream: TcpStream, host: &Host) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut request = BufReader::new(Read::by_ref(&mut stream)).take(LONGEST).lines();
    let Some(first) = request.next().transpose()? else {
        return Ok(());
    };
    let mut takes_gzip = false;
    for line in request {
        let line = line?.to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        takes_gzip |= line.starts_with("accept-encoding:") && line.contains("gzip");
    }
    let mut words = first.split(' ');
    let (mut answer, with_body) = match (words.next(), words.next()) {
        (Some(method @ ("GET" | "HEAD")), Some(target)) => {
            let Some(folder) = host.ask(target) else {
                return Ok(());
            };
            (folder.answer(target), method == "GET")
        }
        _ => (Answer::refusal(), true),
    };
    let is_packed = takes_gzip && answer.is_worth_packing();
    if is_packed {
        answer.body = packed(&answer.body)?;
    }
    write_head(&mut stream, &answer, is_packed)?;
    if with_body {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

/// The bytes as gzip has them.
fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Writes everything of `answer` but its body.
fn write_head(stream: &mut TcpStream, answer: &Answer, is_packed: bool) -> io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: max-age=600\r\n\
         Vary: Accept-Encoding\r\n",
        answer.status,
        answer.content_type,
        answer.body.len()
    );
    if is_packed {
        head.push_str("Content-Encoding: gzip\r\n");
    }
    if let Some(location) = &answer.location {
        head.push_str(&format!("Location: {location}\r\n"));
    }
    head.push_str("Connection: close\r\n\r\n");
    stream.write_all(head.as_bytes())
}
