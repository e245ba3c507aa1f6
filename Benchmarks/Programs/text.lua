local total = 0
for round = 1, 20 do
  local parts = {}
  for i = 0, 20000 - 1 do
    parts[#parts + 1] = "item "
    parts[#parts + 1] = tostring(i)
    parts[#parts + 1] = "\n"
  end
  total = total + #table.concat(parts)
end
local short = ""
for i = 1, 5000 do
  short = short .. "x"
end
print(total, #short)
