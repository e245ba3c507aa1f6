local counts = {}
for round = 0, 3 do
  for i = 0, 200000 - 1 do
    counts[i * 7] = (counts[i * 7] or 0) + i
  end
end
local sum = 0
for i = 0, 200000 - 1 do
  sum = sum + (counts[i] or 0)
end
for i = 0, 200000 - 1, 2 do
  counts[i * 7] = nil
end
local size = 0
for key, value in pairs(counts) do
  sum = sum + (key ~ value)
  size = size + 1
end
print(size, sum)
