local kept = {}
for i = 0, 3000000 - 1 do
  kept[i % 1000] = {data = i, next = false}
end
print(kept[7].data)
