local function build(depth)
  if depth == 0 then
    return {}
  end
  return {build(depth - 1), build(depth - 1)}
end

local function count(tree)
  if not tree[1] then
    return 1
  end
  return 1 + count(tree[1]) + count(tree[2])
end

local deepest = 14
local long = build(deepest)
for depth = 4, deepest, 2 do
  local sum = 0
  local trees = 1 << (deepest - depth + 4)
  for i = 1, trees do
    sum = sum + count(build(depth))
  end
  print(trees, depth, sum)
end
print(count(long))
