-- Asks for the paths of a file one after the other, again from the start, and prints one line of JSON.
local paths, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    paths[#paths + 1] = wrk.format("GET", line)
  end
end

function request()
  at = at % #paths + 1
  return paths[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"seconds": %.6f, "requests": %d, "bytes": %d, "p50_ms": %.3f, "p95_ms": %.3f, "errors": %d}\n',
    summary.duration / 1e6, summary.requests, summary.bytes,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
