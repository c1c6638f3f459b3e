package words_test

import (
	"fmt"
	"time"

	"schedviz/traceview"
	"schedviz/traceview/words"
)

func Example() {
	fmt.Println(words.Duration(12345678*time.Nanosecond), words.Duration(640))
	fmt.Println(words.Bytes(42_500_000), words.Number(int64(297725)), words.Percent(0.004))
	fmt.Println(words.Goroutine(traceview.GoID(18), "example.com/shop/orders.(*Queue).drain"))
	// Output:
	// 12.3 ms 640 ns
	// 42.5 MB 297,725 <1%
	// G18 (orders.(*Queue).drain)
}
