-- Casts one ballot for each household in turn, as its browser does.
-- Arguments: vote, first flat, form, cookies ("@" stands for the flat), file for what was answered.
local vote, flat, form, cookies, answers

function init(args)
  vote, flat, form, cookies = args[1], tonumber(args[2]), args[3], args[4]
  answers = assert(io.open(args[5], "w"))
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
end

function request()
  wrk.headers["Cookie"] = cookies:gsub("@", tostring(flat))
  flat = flat + 1
  return wrk.format("POST", "/r/v/" .. vote, nil, form)
end

function response(status, headers)
  answers:write(status, " ", headers["Location"] or headers["location"] or "", "\n")
  answers:flush()
end
