def main():
    n = 1000000
    count = 0
    for _ in range(3):
        composite = bytearray(n + 1)
        count = 0
        for i in range(2, n + 1):
            if not composite[i]:
                count += 1
                for j in range(i * 2, n + 1, i):
                    composite[j] = 1
    print(count)


main()
